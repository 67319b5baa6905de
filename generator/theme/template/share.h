// Finds the statements whose output depends on nothing but the shared names, and puts each longest run of
// them into one Act::shared statement, which is rendered once for each SharedParts. Runs after the escape
// pass.
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "theme/template/tree.h"

namespace mektep::templates {

class SharePass {
 public:
  // `shared`: the names, interned. Nothing is shared when a template gives one of them a meaning of its own.
  SharePass(std::span<Template* const> templates, std::vector<Name> shared);
  void run();
  std::size_t parts() const { return parts_; }

 private:
  bool redefined() const;
  bool is_shared(const Expr& expr);
  bool is_shared(const Stmt& stmt);
  bool is_shared(const Body& body);
  bool is_shared(const Template& included);
  void rewrite(Template& tpl, Body& body);
  void rewrite(Template& tpl, Stmt& stmt);

  std::span<Template* const> templates_;
  std::vector<Name> shared_;
  std::vector<std::uint16_t> inner_;       // places of the variables that the statement looked at sets itself
  std::map<const Template*, bool> known_;  // whole templates; false while they are being looked at
  std::size_t parts_ = 0;
};

}  // namespace mektep::templates
