// The words of a text document of Word or LibreOffice (.docx): its paragraphs, headers, footers, notes and
// properties.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

struct DocxText {
  std::string text;        // UTF-8, a paragraph a line
  std::string properties;  // title, author, subject, keywords, who saved it last; one a line
};

// nullopt when it is no such document, is damaged, or would swell beyond `max_bytes`. Nothing but text is
// looked at; hostile files cost no more than that.
std::optional<DocxText> read_docx(std::string_view bytes, std::size_t max_bytes = 48u << 20);

}  // namespace mektep
