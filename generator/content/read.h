// Reads typed values out of nodes. What does not fit reads as empty: schema validation has already said why.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/locale.h"
#include "syntax/node.h"

namespace mektep {

Bilingual read_bilingual(const Node* node);  // {ky: …, ru: …}, or one text for both
std::string read_text(const Node* node);
std::optional<Date> read_date(const Node* node);
std::optional<DateTime> read_date_time(const Node* node);
std::vector<std::string> read_texts(const Node* node);  // a list of texts, or a single one
std::vector<Bilingual> read_bilinguals(const Node* node);
bool read_bool(const Node* node);
int read_int(const Node* node, int otherwise = 0);

// `name` beside `file` ("news/2026/x/index.ky.md" + "photo.jpg"), "/x" from the top of the repository; ""
// when it would leave the repository.
std::string resolve_path(std::string_view file, std::string_view name);

}  // namespace mektep
