// Failing siblings of the demonstration school: one folder a rule, laid over content/, with the findings that
// it adds. tests/golden/README.md says how to write one.
#include "golden/golden.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "base/parallel.h"
#include "base/text.h"
#include "build/prepared_site.h"
#include "build/render.h"
#include "publish/all_rules.h"
#include "syntax/yaml/yaml.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

using Edits = std::vector<std::pair<std::string, std::optional<std::string>>>;
constexpr std::size_t most_lines = 30;  // of one sibling

// In memory, without the history of our repository: a golden must not depend on when content/ was committed.
std::shared_ptr<const Snapshot> school() {
  static const std::shared_ptr<const Snapshot> copy = [] {
    const auto tree = open_working_tree(golden::root + "/content");
    std::vector<std::pair<std::string, std::string>> files;
    for (const SourceFile& file : (*tree)->files()) files.emplace_back(file.path, *(*tree)->read(file));
    return std::shared_ptr<const Snapshot>(make_memory_snapshot(std::move(files)));
  }();
  return copy;
}

Edits files_of(const std::string& folder) {
  Edits edits;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::string path = fs::relative(entry.path(), folder).generic_string();
    if (!entry.is_regular_file() || path == "edits.yaml" || path == "expected.txt") continue;
    edits.emplace_back(std::move(path), golden::read_file(entry.path()));
  }
  std::ranges::sort(edits);
  return edits;
}

// Applies edits.yaml to `base`; what is wrong with the edits themselves goes into `faults`.
void add_edits(const std::string& folder, const Snapshot& base, Edits& edits, std::string& faults) {
  const std::string text = golden::read_file(folder + "/edits.yaml");
  if (text.empty()) return;
  Findings findings;
  const Node list = parse_yaml(text, "edits.yaml", findings);
  if (!findings.empty() || !list.is_list()) faults += "edits.yaml cannot be read\n";
  std::map<std::string, std::optional<std::string>> changed;
  for (const Node& edit : list.items) {
    const std::string file(edit.text_of("file"));
    if (edit.get("remove")) {
      changed[file] = std::nullopt;
    } else if (const Node* whole = edit.get("text")) {
      const Node* times = edit.get("times");
      std::string all;
      for (long left = times ? std::stol(times->text) : 1; left > 0; --left) all += whole->text;
      changed[file] = std::move(all);
    } else {
      if (!changed.contains(file)) {
        const SourceFile* source = base.find(file);
        changed[file] = source ? *base.read(*source) : std::string();
      }
      std::string& bytes = *changed[file];
      const std::string_view replaced = edit.text_of("replace");
      const std::size_t at = bytes.find(replaced);
      if (replaced.empty() || at == std::string::npos) {
        faults += file + " holds no text to replace: " + std::string(replaced) + "\n";
        continue;
      }
      bytes.replace(at, replaced.size(), edit.text_of("with"));
    }
  }
  std::ranges::move(changed, std::back_inserter(edits));
}

// The PDFs of content/ are read once, not once for each sibling.
const std::string& cache_folder() {
  static const struct Folder {
    std::string path = (fs::temp_directory_path() / "mektep-golden-XXXXXX").string();
    Folder() { REQUIRE(::mkdtemp(path.data())); }
    ~Folder() { fs::remove_all(path); }
  } folder;
  return folder.path;
}

class Nowhere final : public SiteSink {
 public:
  std::expected<void, Finding> write(const std::string&, std::string_view) override { return {}; }
};

struct Result {
  Findings findings;
  std::string faults;
};

// Rules of templates may need the templates to run: `rule` is looked for in a rendered site when checking has
// not found it.
Result run(std::shared_ptr<const Snapshot> snapshot, std::string_view rule = {}) {
  BuildOptions options;
  options.repository = golden::root + "/content";
  options.data_folder = golden::root;
  options.cache_folder = cache_folder();
  options.today = *parse_date("2026-11-21");
  auto site = prepare_site(std::move(options), std::move(snapshot));
  if (!site) return {{std::move(site.error())}, {}};
  Result result{(*site)->findings, {}};
  const bool found =
      std::ranges::any_of(result.findings, [&](const Finding& f) { return f.rule->id == rule; });
  if (!found && rule.starts_with("template-")) {
    Nowhere nowhere;
    if (auto rendered = render_site(**site, nowhere); !rendered)
      append(result.findings, std::move(rendered.error()));
    sort_findings(result.findings);
  }
  return result;
}

std::string line_of(const Finding& finding) {
  static constexpr const char* severities[] = {"blocks", "warns", "notes"};
  return fmt::format("{} {} {}:{}:{} {} | {} | {}", severities[static_cast<std::size_t>(finding.severity)],
                     finding.rule->id, finding.place.file, finding.place.mark.line, finding.place.mark.column,
                     finding.field, finding.found, finding.message(Language::en));
}

std::multiset<std::string> lines_of(const Findings& findings) {
  std::multiset<std::string> lines;
  for (const Finding& finding : findings) lines.insert(line_of(finding));
  return lines;
}

// Findings over and above those in `base`, and the own one in the other languages.
std::string describe(const Findings& findings, std::multiset<std::string> base, std::string_view rule) {
  std::string text;
  std::size_t lines = 0;
  const Finding* own = nullptr;
  for (const Finding& finding : findings) {
    std::string line = line_of(finding);
    if (const auto known = base.find(line); known != base.end()) {
      base.erase(known);
      continue;
    }
    if (!own && finding.rule->id == rule) own = &finding;
    if (++lines <= most_lines) text += line + "\n";
  }
  if (lines > most_lines) text += fmt::format("and {} more\n", lines - most_lines);
  if (own) {
    for (const auto& [language, name] :
         {std::pair{Language::ky, "ky"}, {Language::ru, "ru"}, {Language::en, "en"}}) {
      text += fmt::format("\n{}: {}\n  expected: {}\n  hint: {}\n", name, own->message(language),
                          own->expected(language), own->hint(language));
    }
  }
  return text;
}

// The school with what all siblings share: a page and a consent whose lines do not move when content/
// changes.
std::shared_ptr<const Snapshot> shared_school() {
  static const std::shared_ptr<const Snapshot> snapshot =
      make_overlay(school(), files_of(golden::folder + "/shared"));
  return snapshot;
}

std::vector<std::string> siblings() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(golden::folder)) {
    const std::string name = entry.path().filename();
    if (entry.is_directory() && name != "sites" && name != "shared") names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

struct Elsewhere {
  std::string rule, file, reason;
};

std::vector<Elsewhere> elsewhere() {
  std::vector<Elsewhere> list;
  std::istringstream text(golden::read_file(golden::folder + "/elsewhere.txt"));
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    Elsewhere one;
    std::istringstream words(line);
    words >> one.rule >> one.file;
    std::getline(words >> std::ws, one.reason);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

TEST_CASE("the demonstration school has no finding") {
  CHECK(describe(run(school()).findings, {}, {}) == "");
  // Walked on disk, too: a symbolic link or a wrong name in content/ would not be in the copy.
  CHECK((*open_working_tree(golden::root + "/content"))->findings().empty());
}

TEST_CASE("what the siblings share adds no finding") {
  CHECK(describe(run(shared_school()).findings, lines_of(run(school()).findings), {}) == "");
}

TEST_CASE("each failing sibling has the findings of its golden") {
  const auto names = siblings();
  const auto base = lines_of(run(shared_school()).findings);
  std::vector<std::string> now(names.size()), faults(names.size());
  parallel_for(
      names.size(), 2,
      [&](std::size_t i) {
        const std::string folder = golden::folder + "/" + names[i];
        Edits edits = files_of(folder);
        add_edits(folder, *shared_school(), edits, faults[i]);
        if (edits.empty()) faults[i] += "nothing is edited\n";
        now[i] =
            describe(run(make_overlay(shared_school(), std::move(edits)), names[i]).findings, base, names[i]);
      },
      1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    INFO(names[i]);
    CHECK(faults[i] == "");
    CHECK(golden::expected(golden::folder + "/" + names[i] + "/expected.txt", now[i]) == now[i]);
    const bool own = now[i].find("\nky: ") != std::string::npos;
    CHECK(own);  // else the rule of the folder's name is not among the findings
  }
}

TEST_CASE("every rule has a failing sibling or is shown elsewhere") {
  const auto names = siblings();
  std::set<std::string> covered(names.begin(), names.end());
  for (const Elsewhere& one : elsewhere()) {
    INFO(one.rule);
    CHECK(find_rule(one.rule));
    CHECK_FALSE(one.reason.empty());
    CHECK(covered.insert(one.rule).second);  // a rule with a sibling, or named twice
    const std::string test = golden::read_file(golden::root + "/" + one.file);
    std::string constant = one.rule;
    std::ranges::replace(constant, '-', '_');
    const bool mentioned =
        test.find(one.rule) != std::string::npos || test.find(constant) != std::string::npos;
    CHECK(mentioned);
  }
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK(covered.erase(std::string(rule->id)) == 1);
  }
  for (const std::string& name : covered) {
    INFO(name << " is no rule");
    CHECK(false);
  }
}
