// The page set: every file of the site, planned but not yet rendered.
#pragma once
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "outputs/share_cards.h"

namespace mektep {

struct PlannedOutput {
  std::string file;                  // in the site: "ru/about/index.html"
  Place place;                       // what gives it its address
  std::vector<std::string> sources;  // files that it is made from, for `mektep explain`
  // Appends the bytes; called at most once a build, in any thread.
  std::function<std::expected<void, Finding>(std::string& out)> render;
  std::optional<ShareCard> card = std::nullopt;  // of a page without a picture of its own
};

class PageSet {
 public:
  PageSet() = default;
  PageSet(const PageSet&) = delete;
  PageSet& operator=(const PageSet&) = delete;

  void add(PlannedOutput output) { outputs_.push_back(std::move(output)); }
  void clear() { outputs_.clear(); }
  // Sorts by file and reports every file that two sources claim (two sources for one URL).
  void close(Findings& findings);

  const std::vector<PlannedOutput>& outputs() const { return outputs_; }  // sorted once closed
  const PlannedOutput* find(std::string_view file) const;                 // only when closed
  std::vector<std::string> files() const;

 private:
  std::vector<PlannedOutput> outputs_;
};

}  // namespace mektep
