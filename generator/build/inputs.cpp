#include "build/inputs.h"

#include <fmt/compile.h>
#include <sys/stat.h>

#include <charconv>

#include "base/digest.h"
#include "media/pdf.h"
#include "syntax/json.h"

namespace mektep {

namespace {

constexpr std::string_view since_word = "since ";

// Size and last change of a file that is not part of a snapshot; "none" when it is not there.
std::string state_of(const std::string& path) {
  struct stat status{};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return "none";
  return fmt::format("{} {}", status.st_size,
                     std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec);
}

void add_files(std::vector<std::string>& lines, std::string_view prefix, const Snapshot& snapshot,
               std::int64_t since_ns) {
  for (const SourceFile& file : snapshot.files()) {
    std::string& line = lines.emplace_back();
    line.reserve(prefix.size() + file.path.size() + 48);
    line.append(prefix).append(file.path).append("\t");
    if (!file.blob.empty()) {
      line += file.blob;
      continue;
    }
    fmt::format_to(std::back_inserter(line), FMT_COMPILE("{} {}"), file.size, file.modified_ns);
    if (file.modified_ns < since_ns) continue;
    const auto bytes = snapshot.read(file);
    line += ' ';
    line += bytes ? digest(*bytes).hex() : bytes.error().message(Language::en);
  }
  // What is left out of the files is told by its finding.
  for (const Finding& finding : snapshot.findings()) {
    std::string& line = lines.emplace_back(fmt::format("{}{}\t", prefix, finding.place.file));
    append_json(line, finding.message(Language::en));
  }
}

std::string_view name_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.starts_with(since_word)) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

struct BuildInputs::Folder {
  std::string name;  // "mektep:schema/"
  std::unique_ptr<Snapshot> files;
};

BuildInputs::BuildInputs(const BuildOptions& options) : options_(options) {
  const auto add = [&](std::string name, auto files) {
    if (files) folders_.push_back({std::move(name), std::move(*files)});
  };
  add("mektep:schema/", open_data_folder(options.data_folder + "/schema"));
  add("mektep:themes/", open_data_folder(options.data_folder + "/themes"));
  if (!options.theme_folder.empty()) add("mektep:theme/", open_working_tree(options.theme_folder));
#ifdef MEKTEP_BUNDLED_SCRIPTS
  add("mektep:scripts/", open_data_folder(MEKTEP_BUNDLED_SCRIPTS));
#endif
}

BuildInputs::~BuildInputs() = default;

std::string BuildInputs::text(const Snapshot& content, std::int64_t since_ns) const {
  std::vector<std::string> lines;
  lines.reserve(content.files().size() + 256);
  const auto option = [&](std::string_view name, std::string_view state) {
    append_json(lines.emplace_back(fmt::format("{}\t", name)), state);
  };
  option("--today", options_.today.iso());
  option("--base-url", options_.base_url);
  option("--draft", options_.draft ? "yes" : "no");
  option("--links", options_.links == LinkForm::files ? "files" : "folders");
  option("--theme", options_.theme_folder);
  option("HEAD", content.revision());
  option("REPO", options_.repository);
  option("mektep", options_.generator + " " + state_of(options_.program));
  const PdfTools tools = find_pdf_tools();
  std::string names;
  for (const PrivateName& name : options_.private_names)
    names += fmt::format("{}\t{}\t{}\t{}\n", name.pseudonym, name.surname, name.given, name.patronymic);
  if (!names.empty()) option("--pupils", sha256_hex(names));
  option("pdftotext", state_of(tools.text));
  option("pdftoppm", state_of(tools.picture));
  // A shallow clone that is filled up tells other dates of change.
  option(".git/shallow",
         state_of(options_.repository + "/.git/shallow") + state_of(options_.repository + "/shallow"));
  for (const Folder& folder : folders_) add_files(lines, folder.name, *folder.files, since_ns);
  add_files(lines, "", content, since_ns);
  std::ranges::sort(lines);

  std::string text = fmt::format("{}{}\n", since_word, since_ns);
  std::size_t size = text.size();
  for (const std::string& line : lines) size += line.size() + 1;
  text.reserve(size);
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

std::int64_t BuildInputs::since_of(std::string_view text) {
  std::int64_t since = 0;
  if (text.starts_with(since_word)) {
    text.remove_prefix(since_word.size());
    std::from_chars(text.data(), text.data() + text.size(), since);
  }
  return since;
}

std::vector<InputChange> BuildInputs::changes(std::string_view before, std::string_view now) {
  const auto old_lines = lines_of(before), new_lines = lines_of(now);
  std::vector<std::string_view> gone, come;
  std::ranges::set_difference(old_lines, new_lines, std::back_inserter(gone));
  std::ranges::set_difference(new_lines, old_lines, std::back_inserter(come));
  std::map<std::string_view, InputChange::Kind> kinds;
  for (const std::string_view line : gone) kinds[name_of(line)] = InputChange::Kind::removed;
  for (const std::string_view line : come) {
    const auto [at, fresh] = kinds.try_emplace(name_of(line), InputChange::Kind::added);
    if (!fresh && at->second == InputChange::Kind::removed) at->second = InputChange::Kind::changed;
  }
  std::vector<InputChange> changes;
  for (const auto& [name, kind] : kinds) changes.push_back({kind, std::string(name)});
  return changes;
}

}  // namespace mektep
