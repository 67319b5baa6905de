#include "editor/http/form.h"

#include "base/text.h"
#include "editor/http/head.h"

namespace mektep::editor {
namespace {

// Browsers send "\r\n" for every line of a text area; files have "\n".
std::string unix_lines(std::string_view text) {
  return replace_all(replace_all(text, "\r\n", "\n"), "\r", "\n");
}

bool is_text(std::string_view text) {
  return !find_invalid_utf8(text) && text.find('\0') == std::string_view::npos;
}

// The value of `name="…"` in a header such as Content-Disposition; browsers write %22 for a quote.
std::optional<std::string> quoted_parameter(std::string_view header, std::string_view name) {
  const std::string start = "; " + std::string(name) + "=\"";
  const std::size_t begin = header.find(start);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view rest = header.substr(begin + start.size());
  const std::size_t end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  return replace_all(rest.substr(0, end), "%22", "\"");
}

std::optional<std::string> boundary_of(std::string_view type) {
  const std::size_t at = type.find("boundary=");
  if (!type.starts_with("multipart/form-data;") || at == std::string_view::npos) return std::nullopt;
  std::string_view boundary = type.substr(at + 9);
  boundary = boundary.substr(0, boundary.find(';'));
  if (boundary.size() >= 2 && boundary.starts_with('"') && boundary.ends_with('"'))
    boundary = boundary.substr(1, boundary.size() - 2);
  if (boundary.empty() || boundary.size() > 70) return std::nullopt;
  return std::string(boundary);
}

// The head of one part and its bytes, put into the form.
bool take_part(std::string_view part, Form& form) {
  const std::size_t blank = part.find("\r\n\r\n");
  if (blank == std::string_view::npos || blank > 4096) return false;
  const std::string_view head = part.substr(0, blank);
  const std::string_view bytes = part.substr(blank + 4);
  std::string disposition, type;
  for (std::string_view line : split(head, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (name == "content-disposition") disposition = value;
    if (name == "content-type") type = value;
    if (name == "content-transfer-encoding") return false;
  }
  if (!disposition.starts_with("form-data")) return false;
  const auto field = quoted_parameter(disposition, "name");
  if (!field || !is_text(*field)) return false;
  if (const auto file = quoted_parameter(disposition, "filename")) {
    if (!is_text(*file)) return false;
    // A file field that was left empty.
    if (!file->empty() || !bytes.empty()) form.files.push_back({*field, *file, type, std::string(bytes)});
    return true;
  }
  if (!is_text(bytes)) return false;
  form.fields.emplace_back(*field, unix_lines(bytes));
  return true;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> parse_urlencoded(std::string_view text,
                                                                                 std::size_t max_fields) {
  std::vector<std::pair<std::string, std::string>> fields;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = decode_url(pair.substr(0, equals), true);
    const auto value = decode_url(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value || !is_text(*name) || !is_text(*value) || fields.size() >= max_fields)
      return std::nullopt;
    fields.emplace_back(*name, unix_lines(*value));
  }
  return fields;
}

std::optional<Form> parse_multipart(std::string_view body, std::string_view type, std::size_t max_fields) {
  const auto boundary = boundary_of(type);
  if (!boundary) return std::nullopt;
  const std::string first = "--" + *boundary;
  const std::string next = "\r\n" + first;
  if (!body.starts_with(first)) return std::nullopt;
  body.remove_prefix(first.size());
  Form form;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n")) return std::nullopt;
    const std::size_t end = body.find(next, 2);
    if (end == std::string_view::npos) return std::nullopt;  // the upload stopped half-way
    if (form.fields.size() + form.files.size() >= max_fields) return std::nullopt;
    if (!take_part(body.substr(2, end - 2), form)) return std::nullopt;
    body.remove_prefix(end + next.size());
  }
  return form;
}

std::optional<Form> parse_form(std::string_view body, std::string_view type, std::size_t max_fields) {
  if (type.starts_with("multipart/form-data")) return parse_multipart(body, type, max_fields);
  if (!type.starts_with("application/x-www-form-urlencoded")) return std::nullopt;
  auto fields = parse_urlencoded(body, max_fields);
  if (!fields) return std::nullopt;
  Form form;
  form.fields = std::move(*fields);
  return form;
}

}  // namespace mektep::editor
