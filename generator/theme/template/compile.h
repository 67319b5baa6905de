// Compiles a set of templates: loads what they name, parses each, links them, resolves names, decides the
// escaping.
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "theme/template/parser.h"
#include "theme/template/tree.h"

namespace mektep::templates {

class Compiler {
 public:
  using Templates = std::map<std::string, std::unique_ptr<Template>, std::less<>>;

  Compiler(Vocabulary& vocabulary, Templates& all, const TemplateSet::Loader& loader, Findings& findings)
      : vocabulary_(vocabulary), all_(all), loader_(loader), findings_(findings) {}
  // `shared`: see TemplateSet::Options. Returns how many shared parts there are.
  std::size_t run(std::span<const std::string> names, std::vector<Name> shared);

 private:
  // Loads and parses; nullptr = the loader has none.
  Template* load(const std::string& name);
  void link(Template& tpl);
  void link_names(Template& tpl, Stmt& stmt);
  bool order(Template& tpl, std::vector<const Template*>& chain);
  void chain_blocks(Template& tpl);
  void missing(const std::string& file, Mark mark, const std::string& name);

  Vocabulary& vocabulary_;
  Templates& all_;
  const TemplateSet::Loader& loader_;
  Findings& findings_;
  std::deque<Template*> waiting_;   // loaded, what they name not yet
  std::vector<Template*> ordered_;  // parents first
};

}  // namespace mektep::templates
