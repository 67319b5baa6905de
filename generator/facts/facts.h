// The facts: everything that follows from the content model and the day, computed once and shared by all
// later passes.
#pragma once
#include <map>
#include <string>

#include "base/date.h"
#include "content/model.h"
#include "facts/consent.h"
#include "facts/disclosure/disclosure.h"
#include "facts/named_texts.h"
#include "facts/permalinks.h"
#include "facts/taxonomy.h"
#include "source/history.h"

namespace mektep {
struct SchoolStatistics;  // statistics/school_statistics.h

struct FactOptions {
  Date today;
  std::string revision;                   // commit; empty = none
  std::map<std::string, Change> changes;  // last change of a file, from git
  std::vector<WithheldText> withheld_texts;
  std::set<std::string> withheld_files;
  Findings of_files;
};

// Refers to the model, which must outlive it. Immutable; safe to read in several threads.
struct Facts {
  Date today;
  std::string revision;
  std::map<std::string, Change> changes;
  Permalinks permalinks;
  Taxonomy taxonomy;
  ConsentRegister consents;
  std::vector<WithheldText> withheld_texts;  // that name somebody who may no longer be named
  std::set<std::string> withheld_files;      // that say what may not be published
  Findings of_files;                         // what is personal in files, withheld or not
  Disclosure disclosure;
  std::shared_ptr<const SchoolStatistics> statistics;  // null when the school keeps no counts
  // The day on which a source file was last changed; nullopt when git does not know.
  std::optional<Date> changed(const ContentModel& model, const std::string& file) const;
};

Facts compute_facts(const ContentModel& model, const SchemaSet& schemas, const Catalogue& catalogue,
                    FactOptions options);

}  // namespace mektep
