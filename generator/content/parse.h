// One function a kind of file: bytes and checked nodes in, a typed value out. No function here looks at other
// files.
#pragma once
#include <string>
#include <string_view>

#include "content/model.h"

namespace mektep {

// What a Markdown file says: its translation, and the fields of its entry as this file gives them.
struct ParsedText {
  Translation translation;
  SharedFields shared;
};
ParsedText parse_entry_text(std::string_view bytes, const std::string& file, Collection collection,
                            Locale locale, const Schema* schema, Findings& findings);

Site parse_site(Node data);
Person parse_person(Node data, std::string id, const std::string& file);
Consent parse_consent(Node data, std::string id, const std::string& file);
Document parse_document(Node data, std::string id, const std::string& file);
std::vector<Redirect> parse_redirects(const Node& data, const std::string& file);
std::vector<Answer> parse_answers(const Node& data, const std::string& file);
void parse_sidecar(Node data, Asset& asset);

}  // namespace mektep
