// Decides at compile time how each output is escaped, from its place in HTML. Branches must end in the same
// place; a value in a script, a style or an attribute without quotes must be trusted (`| tojson`, `| safe`, a
// number).
#pragma once
#include <map>
#include <set>
#include <string>

#include "theme/template/html.h"
#include "theme/template/tree.h"

namespace mektep::templates {

class EscapePass {
 public:
  explicit EscapePass(Findings& findings) : findings_(findings) {}
  // Parents come before the templates that extend them.
  void run(const Template& tpl);

 private:
  using Places = std::map<Name, HtmlPlace>;

  void whole(const Body& body, const HtmlPlace& begin, const Template& tpl, Mark end);
  void walk(const Body& body, HtmlPlace& place, const Template& tpl);
  void statement(Stmt& stmt, HtmlPlace& place, const Template& tpl);
  void output(Stmt& stmt, HtmlPlace& place, const Template& tpl);
  void decide(Stmt& stmt, Escape escape, const HtmlPlace& place, const Template& tpl);
  void branches(Stmt& stmt, HtmlPlace& place, const Template& tpl);
  void loop(Stmt& stmt, HtmlPlace& place, const Template& tpl);
  void include(Stmt& stmt, HtmlPlace& place, const Template& tpl);
  void merge(HtmlPlace& place, const HtmlPlace& other, const Stmt& stmt, const Template& tpl);
  void report(const Rule& rule, const void* once, Mark mark, const Template& tpl, std::string found);

  Findings& findings_;
  std::map<const Template*, Places> places_;  // of blocks, where the chain of parents first names them
  std::set<std::pair<const Rule*, const void*>> reported_;
  unsigned includes_ = 0;
  std::size_t work_ = 0;  // of the template at hand: nested loops are walked again and again
};

}  // namespace mektep::templates
