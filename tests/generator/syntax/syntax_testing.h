// Shorthand of the tests of this module.
#pragma once
#include <string>
#include <vector>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep::testing {

// "yaml-tab 2:1", in the order of the report.
inline std::vector<std::string> reported(Findings findings) {
  sort_findings(findings);
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    out.push_back(
        fmt::format("{} {}:{}", finding.rule->id, finding.place.mark.line, finding.place.mark.column));
  }
  return out;
}

// Everything that a node holds, marks included: {a@1:1 = "b"@1:4}.
inline std::string dump(const Node& node) {
  const std::string mark = fmt::format("@{}:{}", node.mark.line, node.mark.column);
  switch (node.kind) {
    case Node::Kind::null:
      return "null" + mark;
    case Node::Kind::scalar:
      return (node.quoted ? "'" + node.text + "'" : "<" + node.text + ">") + mark;
    case Node::Kind::list: {
      std::string out = "[";
      for (const Node& item : node.items) out += dump(item) + ",";
      return out + "]" + mark;
    }
    case Node::Kind::map: {
      std::string out = "{";
      for (const Node::Member& member : node.members) {
        out += fmt::format("{}@{}:{}=", member.key, member.mark.line, member.mark.column) +
               dump(member.value) + ",";
      }
      return out + "}" + mark;
    }
  }
  return {};
}

}  // namespace mektep::testing
