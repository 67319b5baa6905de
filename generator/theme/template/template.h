// The template engine: the part of Jinja that Jinja2, Nunjucks and Tera share. Compiled once, rendered many
// times, strict (an undefined name is an error with its place and a "did you mean"), escaping by context,
// bounded.
#pragma once
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "theme/value.h"

namespace mektep {

class SharedParts;  // theme/template/shared_parts.h

// A filter, test or global function in C++. `arguments[0]` of a filter or test is the value on the left.
struct TemplateError {
  std::string message;  // English technical part, put into the finding's {found}
};
using Callable = std::function<std::expected<Value, TemplateError>(std::span<const Value> arguments)>;

// A name that the text of a template uses, whether or not that place is ever reached: for checks of themes.
struct TemplateUse {
  enum class Kind : std::uint8_t {
    name,      // `page`, and nothing in the template sets it
    member,    // `page.title`, `t['skip']`; `strings[x].skip` is a member of `strings[]`
    prefix,    // `t['state_' ~ name]`: some member that begins so; `t[name]`: any, with an empty prefix
    optional,  // `page is defined`, `assets['own.css'] is defined`
    sets,      // `{% set page = … %}`, a parameter, a variable of a loop: gives the name to what it includes
  };
  Kind kind = Kind::name;
  Place place;  // `file` is the name of the template
  std::string name, member;
};

// All templates of a theme, compiled. Immutable and thread-safe once made.
class TemplateSet {
 public:
  // Returns the source of a template by its name ("layouts/page.html"), nullopt when there is none.
  using Loader = std::function<std::optional<std::string>(std::string_view name)>;

  struct Options {
    std::vector<std::pair<std::string, Callable>> filters;  // added to the built-in ones
    std::vector<std::pair<std::string, Callable>> tests;
    std::vector<std::pair<std::string, Callable>> functions;
    // Names whose values are the same in all renderings that are given the same SharedParts. What depends on
    // nothing else is rendered once for these.
    std::vector<std::string> shared;
    std::uint64_t max_steps = 5'000'000;  // of one rendering
    std::size_t max_output = 16u << 20;   // bytes of one rendering
    std::uint32_t max_depth = 64;         // of includes, macros and blocks
  };

  TemplateSet();
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;

  // Compiles `names` and all that they extend, include or import. Every syntax fault is a finding; a set with
  // faults renders nothing of the faulty templates.
  static TemplateSet compile(std::span<const std::string> names, const Loader& loader, const Options& options,
                             Findings& findings);

  bool has(std::string_view name) const;
  // Room for the pieces that renderings with the same values of Options::shared have in common.
  std::unique_ptr<SharedParts> make_shared_parts() const;
  std::vector<TemplateUse> uses() const;  // of all templates, in the order of their names and places
  // Renders with `globals` as the outermost names, appending to `out`. On a fault `out` is left as it was and
  // the finding names template, line and column. `parts`: of renderings with these values of the shared
  // names; nullptr = everything is rendered anew.
  std::expected<void, Finding> render(std::string_view name, const ValueObject& globals, std::string& out,
                                      SharedParts* parts = nullptr) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace mektep
