#include "syntax/yaml/yaml.h"

#include "syntax/source_text.h"
#include "syntax/yaml/reader.h"

namespace mektep {

Node parse_yaml(std::string_view text, const std::string& file, Findings& findings,
                const YamlOptions& options) {
  const auto accepted = accept_text(text, options.max_bytes, file, options.first_line, findings);
  if (!accepted) return {};
  if (Node node; read_plain_yaml(*accepted, options, node)) return node;
  return read_yaml_with_library(*accepted, file, findings, options);
}

}  // namespace mektep
