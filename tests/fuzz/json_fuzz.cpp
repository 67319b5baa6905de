// module: syntax
// JSON: accepted exactly when nlohmann::json accepts it (duplicates and depth apart), and written back the
// same.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>

#include "syntax/json.h"

namespace {

void write(mektep::JsonWriter& json, const mektep::Node& node) {
  switch (node.kind) {
    case mektep::Node::Kind::null:
      json.null();
      break;
    case mektep::Node::Kind::scalar:
      json.value(node.quoted ? node.text : "#" + node.text);
      break;
    case mektep::Node::Kind::list:
      json.begin_array();
      for (const auto& item : node.items) write(json, item);
      json.end_array();
      break;
    case mektep::Node::Kind::map:
      json.begin_object();
      for (const auto& member : node.members) {
        json.key(member.key);
        write(json, member.value);
      }
      json.end_object();
      break;
  }
}

// nullopt: nlohmann::json stops at 1e9999, which is JSON but no double.
std::optional<bool> is_json(std::string_view text) {
  try {
    return !nlohmann::json::parse(text).is_discarded();
  } catch (const nlohmann::json::out_of_range&) {
    return std::nullopt;
  } catch (const nlohmann::json::parse_error&) {
    return false;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.find('\0') != std::string_view::npos) return 0;  // to nlohmann::json this is the end of the text
  mektep::Findings findings;
  const mektep::Node node = mektep::parse_json(text, "a.json", findings);
  bool broken = false;
  for (const auto& finding : findings) {
    // Both are stricter than JSON on purpose.
    if (finding.rule->id == "json-too-deep" || finding.rule->id == "text-control-character") return 0;
    broken = broken || finding.rule->id != "json-duplicate-key";
  }
  const auto expected = is_json(text);
  if (!expected) return 0;
  if (*expected == broken) std::abort();
  if (broken) return 0;
  mektep::JsonWriter once;
  write(once, node);
  const std::string first = once.take();
  if (is_json(first) == false) std::abort();
  mektep::Findings none;
  mektep::JsonWriter twice(2);
  write(twice, mektep::parse_json(first, "", none));
  if (!none.empty()) std::abort();
  return 0;
}
