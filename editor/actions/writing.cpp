#include "editor/actions/writing.h"

#include "base/text.h"
#include "content/classify.h"
#include "editor/actions/failures.h"
#include "editor/forms/entry_form.h"
#include "syntax/front_matter.h"

namespace mektep::editor {

namespace {

Refusal not_patchable() {
  return {
      .kind = Refusal::Kind::invalid,
      .message = {
          "Тексттин башындагы маалыматта ката бар, форма аны оңдой албайт. Файлды текст катары ачып оңдоңуз.",
          "В данных над текстом есть ошибка, форма её исправить не может. Откройте файл как текст.",
          "The data above the text has a fault that a form cannot mend. Open the file as text."}};
}

// The lines of a text with their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) {
      end = text.size();
    } else {
      end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    }
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct OneText {
  WritingValues fields;  // of the front matter, without the language
  std::optional<std::string> body;
  bool current = false;  // the translation is marked as made from the Kyrgyz text as it stands
  bool says_something = false;
};

// A list of short texts, written one a line, as the rows of a form.
void add_rows(const std::string& key, std::string_view lines, WritingValues& fields) {
  fields.emplace_back(key + "[]", "");
  int number = 0;
  for (const std::string_view line : lines_of(lines)) {
    const std::string_view text = trim(line);
    if (text.empty()) continue;
    const std::string row = fmt::format("l{}", number++);
    fields.emplace_back(key + "[]", row);
    fields.emplace_back(fmt::format("{}[{}]", key, row), text);
  }
}

OneText values_of(const WritingValues& values, Locale locale) {
  OneText text;
  const std::string prefix = std::string(code(locale)) + ".";
  for (const auto& [name, value] : values) {
    if (!name.starts_with(prefix)) continue;
    std::string key = name.substr(prefix.size());
    if (key == "current") {
      text.current = value == "true";
      continue;
    }
    if (!trim(value).empty()) text.says_something = true;
    if (key == "body") {
      text.body = value;
    } else if (constexpr std::string_view lines = "~lines"; key.ends_with(lines)) {
      add_rows(key.substr(0, key.size() - lines.size()), value, text.fields);
    } else {
      text.fields.emplace_back(std::move(key), value);
    }
  }
  return text;
}

void set_text(Node& map, std::string_view key, std::string text) {
  map.kind = Node::Kind::map;
  for (Node::Member& member : map.members) {
    if (member.key != key) continue;
    member.value.text = std::move(text);
    return;
  }
  Node value;
  value.kind = Node::Kind::scalar;
  value.quoted = true;
  value.text = std::move(text);
  map.members.push_back({std::string(key), {}, std::move(value)});
}

// `before` with the values; nullopt when its front matter cannot be patched.
std::optional<std::string> put(Services& services, std::string_view entry, Locale locale,
                               const std::string& before, const OneText& values,
                               const std::string& translated_from) {
  const auto file = entry_file(services.forms.schemas(), entry, locale);
  if (!file) return std::nullopt;
  Findings findings;
  const Node now = read_values(*file, before, findings);
  Node wanted = read_posted(*file->schema, now, Posted(values.fields));
  if (!translated_from.empty()) set_text(wanted, "translated_from", translated_from);
  auto patched = means(now, wanted) ? before : write_values(*file, before, wanted);
  if (!patched) return std::nullopt;
  if (!values.body) return std::move(*patched);
  const auto [head, body] = split_text(*patched);
  std::string typed = keep_line_ends(body, *values.body);
  if (typed == body) return std::move(*patched);
  if (!typed.empty() && !typed.ends_with('\n')) typed += '\n';
  std::string out(head);
  if (before.empty() && !out.empty()) out += '\n';
  return out + typed;
}

}  // namespace

ParsedText read_text(Services& services, std::string_view entry, Locale locale, std::string_view bytes) {
  const std::string file = text_file(entry, locale);
  const Classified what = classify(file);
  Findings ignored;
  return parse_entry_text(bytes, file, what.collection, locale,
                          services.forms.schemas().schemas.find(schema_of(what)), ignored);
}

bool is_writing(std::string_view entry) {
  return classify(text_file(entry, Locale::ky)).role == FileRole::entry_text;
}

std::string text_file(std::string_view entry, Locale locale) {
  return fmt::format("{}/index.{}.md", entry, code(locale));
}

std::pair<std::string_view, std::string_view> split_text(std::string_view file) {
  Findings ignored;
  const FrontMatter front = parse_front_matter(file, {}, ignored);
  const std::size_t text = std::min(front.body.find_first_not_of("\r\n"), front.body.size());
  const std::size_t head = static_cast<std::size_t>(front.body.data() - file.data()) + text;
  return {file.substr(0, head), file.substr(head)};
}

std::string keep_line_ends(std::string_view before, std::string_view typed) {
  const auto old_lines = lines_of(before), new_lines = lines_of(typed);
  std::size_t same_begin = 0;
  const std::size_t least = std::min(old_lines.size(), new_lines.size());
  while (same_begin < least && without_end(old_lines[same_begin]) == without_end(new_lines[same_begin]))
    ++same_begin;
  std::size_t same_end = 0;
  while (same_end < least - same_begin && without_end(old_lines[old_lines.size() - 1 - same_end]) ==
                                              without_end(new_lines[new_lines.size() - 1 - same_end]))
    ++same_end;
  const auto crlf = static_cast<std::size_t>(
      std::ranges::count_if(old_lines, [](std::string_view line) { return line.ends_with("\r\n"); }));
  const std::string_view end = crlf * 2 > old_lines.size() ? "\r\n" : "\n";
  std::string out;
  for (std::size_t i = 0; i < new_lines.size(); ++i) {
    const bool last = i + 1 == new_lines.size();
    const bool ended = without_end(new_lines[i]).size() < new_lines[i].size();
    std::string_view kept;
    if (i < same_begin) {
      kept = old_lines[i];
    } else if (i >= new_lines.size() - same_end) {
      kept = old_lines[old_lines.size() - (new_lines.size() - i)];
    }
    out += without_end(new_lines[i]);
    if (last && !ended) break;
    const std::string_view kept_end = kept.substr(without_end(kept).size());
    out += kept_end.empty() ? end : kept_end;
  }
  return out;
}

Outcome<Writing> writing_at(Services& services, std::string_view entry, const std::string& revision) {
  Writing writing;
  writing.entry = entry;
  writing.base = revision.empty() ? services.repository.head() : revision;
  const auto snapshot = services.repository.snapshot(writing.base);
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  writing.is_new = true;
  for (const Locale locale : all_locales) {
    const SourceFile* file = (*snapshot)->find(text_file(entry, locale));
    if (!file) continue;
    auto bytes = (*snapshot)->read(*file);
    if (!bytes) return std::unexpected(Refusal{.kind = Refusal::Kind::failed, .detail = bytes.error().found});
    writing.saved[index(locale)] = std::move(*bytes);
    writing.is_new = false;
  }
  writing.texts = writing.saved;
  return writing;
}

Outcome<Writing> open_writing(Services& services, const Actor& actor, std::string_view entry) {
  const auto draft = services.drafts.find(actor.account, std::string(entry));
  if (!draft) return std::unexpected(Refusal{.detail = draft.error().detail});
  auto writing = writing_at(services, entry, *draft ? (*draft)->base : std::string());
  if (!writing) return writing;
  if (*draft) {
    writing->version = (*draft)->version;
    for (const DraftFile& file : (*draft)->files) {
      for (const Locale locale : all_locales) {
        if (file.path == text_file(entry, locale)) writing->texts[index(locale)] = file.bytes;
      }
    }
  }
  if (!writing->texts[0] && !writing->texts[1] && !*draft)
    return std::unexpected(Refusal{.kind = Refusal::Kind::not_found});
  return writing;
}

Outcome<std::vector<Edit>> put_values(Services& services, const Writing& writing,
                                      const WritingValues& values) {
  std::vector<Edit> edits;
  std::optional<std::string> kyrgyz = writing.saved[index(Locale::ky)];
  for (const Locale locale : all_locales) {
    const OneText text = values_of(values, locale);
    const std::optional<std::string>& before = writing.saved[index(locale)];
    if (text.fields.empty() && !text.body) continue;
    if (!before && !text.says_something) continue;
    if (before && !text.says_something && locale == Locale::ru) {
      edits.push_back({text_file(writing.entry, locale), std::nullopt});
      continue;
    }
    std::string from;
    if (locale == Locale::ru && kyrgyz && (text.current || !before))
      from = read_text(services, writing.entry, Locale::ky, *kyrgyz).translation.digest;
    auto after = put(services, writing.entry, locale, before.value_or(""), text, from);
    if (!after) return std::unexpected(not_patchable());
    if (locale == Locale::ky) kyrgyz = *after;
    edits.push_back({text_file(writing.entry, locale), std::move(*after)});
  }
  return edits;
}

}  // namespace mektep::editor
