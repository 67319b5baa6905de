// The statistics of a school as outputs need them: its counts, and the names and policies to read them with.
#pragma once
#include <memory>
#include <string>

#include "base/digest.h"
#include "base/finding.h"
#include "source/snapshot.h"
#include "statistics/marking.h"
#include "statistics/privacy/policy.h"
#include "statistics/store.h"
#include "statistics/subjects.h"

namespace mektep {

struct SchoolStatistics {
  StoredStatistics stored;
  Subjects subjects;
  MarkingPolicies policies;
  privacy::Policy disclosure{};  // what is hidden (D2)
  Digest sources{};              // of all bytes that this was read from
};

// `folder` holds subjects.yaml and marking.yaml.
SchoolStatistics read_school_statistics(const Snapshot& snapshot, const std::string& folder,
                                        Findings& findings);
// Null when the snapshot keeps no counts: nothing is read then.
std::shared_ptr<const SchoolStatistics> load_school_statistics(const Snapshot& snapshot,
                                                               const std::string& folder, Findings& findings);

}  // namespace mektep
