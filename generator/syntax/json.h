// JSON: read into nodes, written with sorted or given order of keys and no surprises.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep {

// Strings become quoted scalars; numbers, true and false plain ones.
Node parse_json(std::string_view text, const std::string& file, Findings& findings);

// Appends `text` as a JSON string, quotes included; `<` is written as \u003c so that it may stand inside
// <script>.
void append_json(std::string& out, std::string_view text);

// Writes JSON piece by piece, always well-formed:
//   JsonWriter json; json.begin_object(); json.key("name").value("…"); json.end_object(); json.take();
class JsonWriter {
 public:
  explicit JsonWriter(int indent = 0) : indent_(indent) {}
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  JsonWriter& value(Number number) {
    return whole(static_cast<std::int64_t>(number));
  }
  JsonWriter& null();
  std::string take();

 private:
  JsonWriter& whole(std::int64_t number);
  void separate();
  void line();
  std::string out_;
  std::vector<bool> filled_;  // one entry a nesting level: something stands there already
  int indent_;
  bool after_key_ = false;
};

}  // namespace mektep
