// The value of a disclosure item in one line of text, for the overview.
#include "outputs/disclosure/value.h"

namespace mektep {

namespace {

// What the end of an element means in a line: a label is followed by its value, values and rows by the next
// one.
std::string_view separator(std::string_view tag) {
  if (tag == "/dt") return ": ";
  if (tag == "/td" || tag == "/th") return ", ";
  for (const std::string_view end : {"/li", "/dd", "/p", "/tr", "/h3", "/section", "/div"}) {
    if (tag == end) return "; ";
  }
  return {};
}

char letter_of(std::string_view reference) {
  if (reference == "&lt;") return '<';
  if (reference == "&gt;") return '>';
  if (reference == "&#34;" || reference == "&quot;") return '"';
  if (reference == "&#39;") return '\'';
  return '&';
}

bool starts_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

std::string value_summary(std::string_view html, std::size_t letters) {
  std::string line;
  std::string_view pending;  // written when more text follows
  std::size_t count = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      if (end == std::string_view::npos) break;
      const std::string_view inner = html.substr(at + 1, end - at - 1);
      if (inner == "thead") {  // in a line, what columns are called says nothing
        at = std::min(html.find("</thead>", end), html.size());
        continue;
      }
      const std::string_view next = separator(inner.substr(0, inner.find_first_of(" \n")));
      // The end of a row outweighs that of its last cell.
      if (!next.empty() && (pending.empty() || next == "; ") && !line.empty()) pending = next;
      at = end + 1;
      continue;
    }
    if (html[at] == ' ' || html[at] == '\n') {
      if (pending.empty() && !line.empty()) pending = " ";
      ++at;
      continue;
    }
    if (starts_letter(html[at]) && ++count > letters) return line + "…";
    line += pending;
    count += pending.size();
    pending = {};
    if (html[at] == '&') {
      const std::size_t end = std::min(html.find(';', at), html.size() - 1);
      line += letter_of(html.substr(at, end - at + 1));
      at = end + 1;
    } else {
      line += html[at++];
    }
  }
  return line;
}

}  // namespace mektep
