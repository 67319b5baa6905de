// Loads a snapshot in three steps: every file by itself (in parallel), the values put together (in the order
// of the paths), then what needs several files at once. Findings are merged in the order of the paths, too.
#include "base/digest.h"
#include "base/parallel.h"
#include "base/slug.h"
#include "base/text.h"
#include "content/classify.h"
#include "content/entry_text.h"
#include "content/model.h"
#include "content/rules.h"
#include "syntax/file_type.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

namespace {

// What one file came to. Only the member of its role is filled.
struct Loaded {
  Classified what;
  Findings findings;
  Node data;  // YAML records
  std::unique_ptr<ParsedText> text;
  Asset asset;
  std::string sha256;  // of a document's file
  std::optional<std::uint32_t> pages;
  bool read = false;
};

void check_name(const SourceFile& file, Findings& findings) {
  for (const std::string_view part : split(file.path, '/')) {
    const std::string_view stem = part.substr(0, part.find('.'));
    const bool good = is_slug(stem) && std::ranges::all_of(part, [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
                      });
    if (good) continue;
    std::string suggestion = slugify(stem, Locale::ky);
    if (suggestion.empty()) suggestion = "file";
    if (part.size() > stem.size()) suggestion += lower(part.substr(stem.size()));
    findings.emplace_back(rules::content_bad_folder_name, Place{file.path, {}}, "", std::string(part),
                          std::vector<Param>{{"suggestion", suggestion}});
    return;
  }
}

// Whether the reference behind `at` (an attribute or url() ends there) leads out of the drawing: anything but
// «#part» and a photograph inside of it.
bool leads_out(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t\r\n\f=\"'", at);
  if (at == std::string_view::npos) return false;
  std::string_view value = text.substr(at);
  if (value.starts_with("&quot;")) value.remove_prefix(6);
  return !value.starts_with('#') && !value.starts_with("data:image/");
}

// What an SVG would fetch, opened by itself; links (`<a href>`) fetch nothing.
std::string_view fetched_part(std::string_view text) {
  for (std::size_t at = text.find("href"); at != std::string_view::npos; at = text.find("href", at + 4)) {
    const std::size_t sign = text.find_first_not_of(" \t\r\n\f", at + 4);
    if (sign == std::string_view::npos || text[sign] != '=') continue;
    const std::size_t element = text.rfind('<', at);
    const std::string_view name = element == std::string_view::npos ? "" : text.substr(element + 1, 2);
    if (name.size() == 2 && name[0] == 'a' && std::string_view(" \t\r\n\f").contains(name[1])) continue;
    if (leads_out(text, sign)) return "href=…";
  }
  for (std::size_t at = text.find("url("); at != std::string_view::npos; at = text.find("url(", at + 4))
    if (leads_out(text, at + 4)) return "url(…)";
  return {};
}

// What of an SVG a browser would run or fetch; empty = nothing. Character references could hide any of it.
std::string_view active_part(std::string_view bytes) {
  if (find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return "UTF-16";
  std::string text(bytes);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view part :
       {"<script", ":script", "<foreignobject", ":foreignobject", "<iframe", "<embed", "<object", "<handler",
        "<!entity", "<?xml-stylesheet", "script:", "attributename=\"on", "attributename='on", "data:text",
        "data:image/svg", "@import", "&#"}) {
    if (text.find(part) != std::string::npos) return part;
  }
  for (std::size_t at = text.find("on"); at != std::string::npos; at = text.find("on", at + 2)) {  // onload=…
    if (at == 0 || std::string_view(" \t\r\n\f/\"'").find(text[at - 1]) == std::string_view::npos) continue;
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    while (end < text.size() && std::string_view(" \t\r\n\f").contains(text[end])) ++end;
    if (end < text.size() && text[end] == '=') return "on…=";
  }
  // Escapes of style sheets could hide the rest.
  if (const std::size_t style = text.find("<style");
      style != std::string::npos && text.find('\\', style) != std::string::npos)
    return "\\";
  return fetched_part(text);
}

// False when it must not get into the site, not even into a draft.
bool load_asset(std::string_view bytes, const SourceFile& file, Loaded& loaded) {
  Asset& asset = loaded.asset;
  asset.path = file.path;
  asset.size = bytes.size();
  asset.type = sniff_file_type(bytes);
  if (asset.type == FileType::svg || file.path.ends_with(".svg")) {
    if (const std::string_view part = active_part(bytes); !part.empty()) {
      loaded.findings.emplace_back(rules::content_active_picture, Place{file.path, {}}, "",
                                   std::string(part));
      return false;
    }
  }
  if (const std::string_view format = foreign_picture(bytes); !format.empty()) {
    loaded.findings.emplace_back(rules::content_picture_format, Place{file.path, {}}, "",
                                 std::string(format));
    return false;
  }
  if (!is_download_name(file.path)) {
    loaded.findings.emplace_back(rules::content_file_ending, Place{file.path, {}}, "",
                                 file.path.substr(file.path.rfind('/') + 1));
    return false;
  }
  asset.image = image_size(bytes);
  if (asset.image || asset.type == FileType::pdf || asset.type == FileType::svg) asset.digest = digest(bytes);
  if (file.path.starts_with("documents/")) {
    loaded.sha256 = sha256_hex(bytes);
    if (asset.type == FileType::pdf) loaded.pages = pdf_pages(bytes);
  }
  const FileType named = file_type_of_name(file.path);
  if (named != FileType::unknown && named != FileType::text && named != asset.type) {
    loaded.findings.emplace_back(rules::content_asset_type, Place{file.path, {}}, "",
                                 std::string(short_name(asset.type)),
                                 std::vector<Param>{{"expected", std::string(short_name(named))}});
  }
  constexpr std::uint64_t limit = 5u << 20;
  // A photograph may weigh what it likes: what is published of it are renditions.
  const bool published_as_it_is = !asset.image || file.path.starts_with("documents/");
  if (published_as_it_is && asset.size > limit) {
    loaded.findings.emplace_back(rules::content_asset_too_big, Place{file.path, {}}, "",
                                 fmt::format("{:.1f} MB", static_cast<double>(asset.size) / (1 << 20)));
  }
  return true;
}

void load_file(const Snapshot& snapshot, const SchemaSet& schemas, const SourceFile& file, Loaded& loaded) {
  Findings& findings = loaded.findings;
  const Classified& what = loaded.what;
  switch (what.role) {
    case FileRole::ignored:
      return;
    case FileRole::no_locale:
      findings.emplace_back(rules::content_no_locale, Place{file.path, {}}, "", file.path);
      return;
    case FileRole::unknown:
      findings.emplace_back(
          rules::content_unknown_file, Place{file.path, {}}, "", file.path,
          std::vector<Param>{
              {"expected", std::string("site.yaml, school/, people/, consents/, documents/, news/, "
                                       "events/, pages/, albums/, theme/")}});
      return;
    default:
      break;
  }
  check_name(file, findings);
  auto bytes = what.role == FileRole::asset ? snapshot.read_asset(file) : snapshot.read(file);
  if (!bytes) {
    findings.push_back(std::move(bytes.error()));
    return;
  }
  if (what.role == FileRole::asset) {
    loaded.read = load_asset(*bytes, file, loaded);
    return;
  }
  const Schema* schema = schemas.find(schema_of(what));
  if (what.role == FileRole::entry_text) {
    loaded.text = std::make_unique<ParsedText>(
        parse_entry_text(*bytes, file.path, what.collection, what.locale, schema, findings));
    loaded.read = true;
    return;
  }
  const std::size_t before = findings.size();
  loaded.data = parse_yaml(*bytes, file.path, findings);
  loaded.read = !loaded.data.is_null() || findings.size() == before;
  if (loaded.data.is_null() && findings.size() > before) return;
  if (schema) {
    validate(*schema, loaded.data, file.path, findings);
  } else if (what.role == FileRole::school) {
    findings.emplace_back(
        rules::content_unknown_file, Place{file.path, {}}, "", file.path,
        std::vector<Param>{{"expected", std::string("school/organisation.yaml, school/director.yaml…")}});
  }
}

void assemble(Loaded&& loaded, const SourceFile& file, ContentModel& model,
              std::map<std::string, Node>& sidecars, bool& has_site) {
  switch (loaded.what.role) {
    case FileRole::site:
      model.site = parse_site(std::move(loaded.data));
      has_site = true;
      break;
    case FileRole::redirects:
      model.redirects = parse_redirects(loaded.data, file.path);
      break;
    case FileRole::answers:
      model.answers = parse_answers(loaded.data, file.path);
      break;
    case FileRole::school:
      model.school[loaded.what.id] = {file.path, std::move(loaded.data)};
      break;
    case FileRole::person:
      model.people.push_back(parse_person(std::move(loaded.data), loaded.what.id, file.path));
      break;
    case FileRole::consent:
      model.consents.push_back(parse_consent(std::move(loaded.data), loaded.what.id, file.path));
      break;
    case FileRole::document:
      model.documents.push_back(parse_document(std::move(loaded.data), loaded.what.id, file.path));
      break;
    case FileRole::entry_text: {
      // "index.ky.md" sorts before "index.ru.md": the Kyrgyz one is always met first.
      if (model.entries.empty() || model.entries.back().path != loaded.what.id) {
        model.entries.emplace_back().path = loaded.what.id;
      }
      add_text(model.entries.back(), loaded.what.locale, std::move(*loaded.text));
      loaded.text.reset();  // thousands of them at once would weigh as much as the model
      break;
    }
    case FileRole::sidecar:
      sidecars.emplace(loaded.what.id, std::move(loaded.data));
      break;
    case FileRole::asset:
      model.assets.push_back(std::move(loaded.asset));
      break;
    default:
      break;
  }
}

// Documents name their files; what those files are was found out when they were read.
void join_documents(ContentModel& model, const std::map<std::string, const Loaded*>& files,
                    const std::set<std::string>& refused, Findings& findings) {
  for (Document& document : model.documents) {
    auto join = [&](std::vector<DocumentFile>& list, std::string_view field) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        DocumentFile& file = list[i];
        const auto found = files.find(file.path);
        if (found == files.end()) {
          if (refused.contains(file.path)) continue;  // it is there, and what is wrong with it has been said
          std::vector<std::string> names;
          names.reserve(files.size());
          for (const auto& [path, unused] : files) names.push_back(path);
          const auto near = did_you_mean(file.path, names);
          findings.emplace_back(rules::content_file_missing, Place{document.file, file.mark},
                                fmt::format("{}[{}].file", field, i), file.path,
                                std::vector<Param>{{"suggestion", near ? *near + "?" : file.path}});
          continue;
        }
        const Loaded& loaded = *found->second;
        file.size = loaded.asset.size;
        file.sha256 = loaded.sha256;
        file.type = loaded.asset.type;
        file.pages = loaded.pages;
      }
    };
    join(document.files, "files");
    join(document.annexes, "annexes");
  }
}

// Once a folder: without its record nobody learns that the document exists.
void find_documents_without_record(const Snapshot& snapshot,
                                   const std::map<std::string, const Loaded*>& files, Findings& findings) {
  std::string last;
  for (const auto& [path, unused] : files) {
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    if (folder == last) continue;
    last = folder;
    bool recorded = false;  // by this folder or one above it
    for (std::size_t end = folder.find('/'); end != std::string::npos && !recorded;
         end = folder.find('/', end + 1)) {
      recorded = snapshot.find(folder.substr(0, end + 1) + "document.yaml") != nullptr;
    }
    if (recorded) continue;
    findings.emplace_back(rules::content_document_without_record, Place{path, {}}, "", "",
                          std::vector<Param>{{"expected", folder + "document.yaml"}});
  }
}

void join_sidecars(const Snapshot& snapshot, ContentModel& model, std::map<std::string, Node>&& sidecars,
                   Findings& findings) {
  for (Asset& asset : model.assets) {
    const auto at = sidecars.find(asset.path);
    if (at == sidecars.end()) continue;
    asset.sidecar = asset.path + ".yaml";
    parse_sidecar(std::move(at->second), asset);
    sidecars.erase(at);
  }
  for (const auto& [asset, unused] : sidecars) {
    if (snapshot.find(asset)) continue;  // refused, and that has been said
    findings.emplace_back(rules::content_sidecar_without_asset, Place{asset + ".yaml", {1, 1}}, "", "",
                          std::vector<Param>{{"expected", asset}});
  }
}

}  // namespace

ContentModel load_content(const Snapshot& snapshot, const SchemaSet& schemas, const LoadOptions& options,
                          Findings& findings) {
  const auto files = snapshot.files();
  std::vector<Loaded> loaded(files.size());
  parallel_for(files.size(), options.jobs, [&](std::size_t i) {
    loaded[i].what = classify(files[i].path);
    load_file(snapshot, schemas, files[i], loaded[i]);
  });

  ContentModel model;
  bool has_site = false;
  std::map<std::string, Node> sidecars;
  std::map<std::string, const Loaded*> document_files;
  std::set<std::string> refused;
  model.entries.reserve(static_cast<std::size_t>(
      std::ranges::count(loaded, FileRole::entry_text, [](const Loaded& file) { return file.what.role; })));
  for (std::size_t i = 0; i < files.size(); ++i) {
    const FileRole role = loaded[i].what.role;
    if (role == FileRole::asset && !loaded[i].read && any_blocks(loaded[i].findings))
      refused.insert(files[i].path);
    append(findings, std::move(loaded[i].findings));
    if (role == FileRole::site) has_site = true;
    if (!loaded[i].read) continue;
    if (role == FileRole::asset && files[i].path.starts_with("documents/")) {
      document_files.emplace(files[i].path, &loaded[i]);
      model.assets.push_back(loaded[i].asset);
      continue;
    }
    assemble(std::move(loaded[i]), files[i], model, sidecars, has_site);
  }
  if (!has_site) findings.emplace_back(rules::content_no_site, Place{"site.yaml", {}});
  join_documents(model, document_files, refused, findings);
  find_documents_without_record(snapshot, document_files, findings);
  join_sidecars(snapshot, model, std::move(sidecars), findings);

  std::ranges::sort(model.people, {}, &Person::id);
  std::ranges::sort(model.consents, {}, &Consent::id);
  std::ranges::sort(model.documents, {}, &Document::id);
  std::ranges::sort(model.entries, {}, &Entry::path);
  std::ranges::sort(model.assets, {}, &Asset::path);
  for (Entry& entry : model.entries) limit_to_consents(entry, model);
  return model;
}

}  // namespace mektep
