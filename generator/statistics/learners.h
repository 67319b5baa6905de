// DISC-20, the number of learners by programme, from the same counts as the page of the school's numbers: the
// two cannot differ.
#pragma once
#include "base/finding.h"
#include "content/model.h"
#include "statistics/school_statistics.h"

namespace mektep {

// Gives each programme of school/education.yaml that the latest contingent knows its `learners`: number, and
// day of the import. A finding warns where the school states another number itself; the counts are shown.
void fill_learners(ContentModel& model, const SchoolStatistics& statistics, Findings& findings);

}  // namespace mektep
