#include "syntax/docx/docx.h"

#include "base/text.h"
#include "syntax/xlsx/archive.h"

namespace mektep {

namespace {

void append_reference(std::string& out, std::string_view name) {
  if (name == "amp") out += '&';
  if (name == "lt") out += '<';
  if (name == "gt") out += '>';
  if (name == "quot") out += '"';
  if (name == "apos") out += '\'';
  if (name.size() < 2 || name[0] != '#') return;
  const bool hexadecimal = name[1] == 'x';
  std::uint32_t code = 0;
  for (const char c : name.substr(hexadecimal ? 2 : 1)) {
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : -1;
    if (digit < 0 || code > 0x10FFFF) return;
    code = code * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (code > 0 && code <= 0x10FFFF && !surrogate) append_utf8(out, code);
}

// The character data of an XML file; `ends_line` are the elements behind which a line ends. Elements of
// instructions (fields, deleted text) are left out.
std::string text_of(std::string_view xml, std::initializer_list<std::string_view> ends_line) {
  std::string out;
  std::size_t at = 0, hidden = 0;
  while (at < xml.size()) {
    const std::size_t tag = xml.find('<', at);
    std::string_view data = xml.substr(at, tag - at);
    while (hidden == 0 && !data.empty()) {
      const std::size_t reference = data.find('&');
      out += data.substr(0, reference);
      if (reference == std::string_view::npos) break;
      const std::size_t end = data.find(';', reference);
      if (end == std::string_view::npos) break;
      append_reference(out, data.substr(reference + 1, end - reference - 1));
      data.remove_prefix(end + 1);
    }
    if (tag == std::string_view::npos) break;
    const std::size_t end = xml.find('>', tag);
    if (end == std::string_view::npos) break;
    std::string_view name = xml.substr(tag + 1, end - tag - 1);
    const bool closing = name.starts_with('/'), empty = name.ends_with('/');
    name = name.substr(closing ? 1 : 0);
    name = name.substr(0, name.find_first_of(" /\t\r\n"));
    if (name == "w:instrText" || name == "w:delText") {
      if (closing && hidden > 0) --hidden;
      if (!closing && !empty) ++hidden;
    }
    if (name == "w:tab") out += ' ';
    if (name == "w:br" || name == "w:cr") out += '\n';
    if (name == "w:softHyphen") out += "\u00AD";
    if (name == "w:noBreakHyphen") out += '-';
    if (closing && std::ranges::find(ends_line, name) != ends_line.end()) out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace

std::optional<DocxText> read_docx(std::string_view bytes, std::size_t max_bytes) {
  const auto archive = ZipArchive::open(bytes, 5000);
  if (!archive) return std::nullopt;
  DocxText document;
  std::string part;
  if (archive->read("word/document.xml", max_bytes, part) != ZipArchive::Outcome::read) return std::nullopt;
  document.text = text_of(part, {"w:p"});
  std::vector<std::string> more{"word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"};
  for (int i = 1; i <= 9; ++i) {
    more.push_back(fmt::format("word/header{}.xml", i));
    more.push_back(fmt::format("word/footer{}.xml", i));
  }
  for (const std::string& name : more) {
    const auto outcome = archive->read(name, max_bytes, part);
    if (outcome == ZipArchive::Outcome::too_big) return std::nullopt;
    if (outcome == ZipArchive::Outcome::read) document.text += text_of(part, {"w:p"});
  }
  if (archive->read("docProps/core.xml", max_bytes, part) == ZipArchive::Outcome::read) {
    document.properties =
        text_of(part, {"dc:title", "dc:creator", "dc:subject", "dc:description", "cp:keywords",
                       "cp:lastModifiedBy", "dcterms:created", "dcterms:modified"});
  }
  if (find_invalid_utf8(document.text) || find_invalid_utf8(document.properties)) return std::nullopt;
  document.text = to_nfc(document.text);
  document.properties = to_nfc(document.properties);
  return document;
}

}  // namespace mektep
