// What somebody looks at: a revision with unsaved edits laid over it, as the draft of today or as the site
// was on a day. Small, because hundreds of links stand for one each; the files are looked up when it is
// shown.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"

namespace mektep::editor {

// Files by path; nullopt: removed.
using UnsavedEdits = std::vector<std::pair<std::string, std::optional<std::string>>>;

struct PreviewView {
  PreviewView() = default;
  explicit PreviewView(std::string commit, UnsavedEdits unsaved = {}, std::optional<Date> on = std::nullopt)
      : revision(std::move(commit)),
        edits(std::make_shared<const UnsavedEdits>(std::move(unsaved))),
        day(on) {}

  std::string revision;                       // full id of a commit
  std::shared_ptr<const UnsavedEdits> edits;  // never null once made with a revision
  std::optional<Date> day;                    // of the past: drafts of then are left out, dates count from it

  // The same edits are those of the same making.
  bool operator==(const PreviewView&) const = default;
};

}  // namespace mektep::editor
