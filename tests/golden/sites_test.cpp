// Golden sites: the whole output of a small school, byte for byte. tree.txt holds a line a file, out/ the
// text of those that text.txt names, so that a difference can be read.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

#include "base/digest.h"
#include "build/prepared_site.h"
#include "build/render.h"
#include "golden/golden.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

class Collector final : public SiteSink {
 public:
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    files[file] = bytes;
    return {};
  }
  std::map<std::string, std::string> files;

 private:
  std::mutex mutex_;
};

using Files = std::vector<std::pair<std::string, std::string>>;

// In memory: no revision, no dates of commits, nothing that the machine could change. `files` are laid over
// those of the folder `source`.
std::map<std::string, std::string> render(const std::string& source, Date today = {2026, 11, 21},
                                          Files files = {}) {
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    if (entry.is_regular_file())
      files.emplace_back(fs::relative(entry.path(), source).generic_string(),
                         golden::read_file(entry.path()));
  }
  BuildOptions options;
  options.data_folder = golden::root;
  options.today = today;
  options.jobs = 2;
  const auto site = prepare_site(std::move(options), make_memory_snapshot(std::move(files)));
  REQUIRE(site);
  for (const Finding& finding :
       (*site)->findings) {  // a small school discloses little; nothing else may be wrong
    INFO(finding.place.file << ":" << finding.place.mark.line << " " << finding.message(Language::en));
    const bool allowed =
        std::ranges::any_of(std::array{"disclosure-", "language-", "entry-runs-out", "link-run-out"},
                            [&](const char* beginning) { return finding.rule->id.starts_with(beginning); });
    CHECK(allowed);
  }
  Collector collector;
  REQUIRE(render_site(**site, collector));
  return std::move(collector.files);
}

std::set<std::string> named_texts(const std::string& folder) {
  std::set<std::string> names;
  std::istringstream text(golden::read_file(folder + "/text.txt"));
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && !line.starts_with('#')) names.insert(line);
  }
  return names;
}

}  // namespace

TEST_CASE("a golden site is made byte for byte") {
  std::set<std::string> sites;
  for (const auto& entry : fs::directory_iterator(golden::folder + "/sites"))
    sites.insert(entry.path().string());
  REQUIRE_FALSE(sites.empty());
  for (const std::string& folder : sites) {
    INFO(folder);
    const auto files = render(folder + "/source");
    std::string tree;
    for (const auto& [file, bytes] : files) tree += sha256_hex(bytes) + "  " + file + "\n";
    const auto texts = named_texts(folder);
    for (const std::string& file : texts) {
      INFO(file);
      REQUIRE(files.contains(file));
      CHECK(golden::expected(folder + "/out/" + file, files.at(file)) == files.at(file));
    }
    CHECK(golden::expected(folder + "/tree.txt", tree) == tree);
    for (const auto& entry : fs::recursive_directory_iterator(folder + "/out")) {
      if (!entry.is_regular_file()) continue;
      INFO(entry.path().string() << " is not named in text.txt");
      CHECK(texts.contains(fs::relative(entry.path(), folder + "/out").generic_string()));
    }
  }
}

TEST_CASE("a text leaves the whole site on the day after its last one, and no link to it stays") {
  const std::string source = golden::folder + "/sites/small/source";
  const Files texts{
      {"news/2026/jarmanke/index.ky.md",
       "---\ntitle: Жарманке\ndate: 2026-11-01\nshown_until: 2026-11-20\naliases: "
       "[/eski-jarmanke/]\n---\n\nКелгиле.\n"},
      {"pages/jolu/index.ky.md", "---\ntitle: Жолу\n---\n\n[Жарманкеге](/news/2026/jarmanke/) баргыла.\n"},
      {"redirects.yaml", "- {from: /bazar/, to: /news/2026/jarmanke/}\n"}};
  const auto mentions = [&](Date today) {
    std::set<std::string> found;
    for (const auto& [file, bytes] : render(source, today, texts))
      if (file.find("jarmanke") != std::string::npos || bytes.find("jarmanke") != std::string::npos)
        found.insert(file);
    return found;
  };
  const auto last = mentions({2026, 11, 20});
  for (const char* file : {"news/2026/jarmanke/index.html", "news/index.html", "jolu/index.html",
                           "sitemap.xml", "bazar/index.html", "eski-jarmanke/index.html"})
    CHECK(last.contains(file));
  CHECK(mentions({2026, 11, 21}) == std::set<std::string>());
  CHECK(render(source, {2026, 11, 21}, texts).at("jolu/index.html").find("Жарманкеге") != std::string::npos);
}
