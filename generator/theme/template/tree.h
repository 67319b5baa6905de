// The compiled form of templates: expressions, statements and functions (a template's root, its blocks and
// macros). Built by the parser, completed by the resolver (slots) and the escape pass (how outputs are
// escaped), then immutable. Nodes live in their template's arena and point into it; names are interned: equal
// names are equal pointers.
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "theme/template/builtins.h"
#include "theme/template/template.h"
#include "theme/value.h"

namespace mektep::templates {

using Name = const std::string*;

enum class Op : std::uint8_t {
  constant,
  name,
  attribute,
  item,
  slice,
  list,
  dict,
  call,
  method,
  filter,
  test,
  super,
  not_,
  minus,
  plus,
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  power,
  concat,
  and_,
  or_,
  compare,
  choice
};
enum class Comparison : std::uint8_t { eq, ne, lt, le, gt, ge, in, not_in };

// A variable's place: `up` functions outwards, there number `slot`.
struct SlotRef {
  std::uint16_t up = 0;
  std::uint16_t slot = 0;
};

struct Expr {
  Op op = Op::constant;
  bool negated = false;     // tests: `is not`
  std::uint16_t depth = 1;  // of nesting, bounded by the parser
  Mark mark;
  Name name = nullptr;  // of the variable, attribute, method, filter, test
  std::vector<Expr*>
      items;  // operands; callee or left side first, then positional arguments; dict: key, value, …
  std::vector<std::pair<Name, Expr*>> named;  // keyword arguments
  std::vector<Comparison> comparisons;        // between items
  std::vector<SlotRef> slots;                 // of a name, innermost scope first; then comes the context
  Value constant;
  const Builtin* builtin = nullptr;  // filters and tests
  const Callable* custom = nullptr;
};

// How the text of an output reaches the page; see escape.h.
enum class Escape : std::uint8_t {
  text,
  double_quoted,
  single_quoted,
  url_double,
  url_single,
  sources_double,
  sources_single,
  trusted,
  digits
};

// What is assigned to: a name, `object.attribute` of a namespace, or several of them.
struct Target {
  Name name = nullptr;
  std::uint16_t slot = 0;
  Expr* object = nullptr;
  Mark mark;
  std::vector<Target> parts;
};

enum class Act : std::uint8_t {
  text,
  output,
  branch,
  loop,
  set,
  set_block,
  with,
  include,
  import,
  import_names,
  macro,
  call_block,
  filter_block,
  block,
  shared  // a run of statements whose output is kept, see share.h
};

struct Stmt;
using Body = std::vector<Stmt*>;

// A name visible where a block or an include stands, handed over to it.
struct Local {
  Name name = nullptr;
  std::vector<SlotRef> slots;
};

struct Parameter {
  Name name = nullptr;
  std::uint16_t slot = 0;
  Expr* fallback = nullptr;
};

// Something with its own variables: a root, a block, a macro or the body of a call.
struct Function {
  Name name = nullptr;
  Body body;
  std::uint16_t slots = 0;
  bool keeps_frame = false;  // its variables may be seen after it ended, by macros defined in it
  std::vector<Parameter> parameters;
  std::optional<std::uint16_t> varargs, kwargs, caller;  // slots, when the body uses these names
};

struct Branch {
  Expr* condition = nullptr;  // none: else
  Body body;
};

struct Block {
  Name name = nullptr;
  Mark mark;
  bool scoped = false;
  Function function;
  const struct Template* home = nullptr;
};

struct Stmt {
  Act act = Act::text;
  Escape escape = Escape::text;
  bool escape_known = false;
  bool ignore_missing = false;
  bool with_context = true;
  bool exported = false;  // an assignment at the top level of a template
  Mark mark;
  std::string_view text;
  Expr* expr = nullptr;       // value, iterated, included…
  Expr* condition = nullptr;  // `for … if`
  Expr* filter = nullptr;     // chain of set and filter blocks; its innermost left side is `captured`
  Expr* captured = nullptr;
  Target target;
  std::size_t part = 0;         // of shared ones: which of the SharedParts
  std::uint16_t loop_slot = 0;  // of `loop`, of what a set or filter block captured, of `caller`
  std::uint16_t first_slot = 0, end_slot = 0;  // variables of the inner scope, emptied when it is entered
  Body body, otherwise;
  std::vector<Branch> branches;
  std::vector<std::pair<Target, Expr*>> assignments;  // with
  std::vector<std::pair<Name, Target>> imports;
  std::vector<Local> locals;
  std::vector<const struct Template*> templates;  // of constant names, nullptr where there is none
  Function* function = nullptr;
  Block* block = nullptr;
};

struct Template {
  std::string name;
  std::string source;
  std::deque<Expr> expressions;
  std::deque<Stmt> statements;
  std::deque<Function> functions;
  std::deque<Block> blocks;
  std::deque<std::string> texts;
  Function root;
  std::string parent_name;  // `extends`; empty = none
  Mark parent_mark;
  std::size_t extends_at = 0;  // statements of the root before it
  const Template* parent = nullptr;
  bool uses_loop = false;           // some expression says `loop`
  bool runs_before_parent = false;  // has statements besides blocks and texts after `extends`
  bool faulty = false;
  std::vector<std::pair<Name, std::vector<const Block*>>> chains;  // of all blocks, the most derived first

  const std::vector<const Block*>* chain(Name block) const {
    for (const auto& entry : chains) {
      if (entry.first == block) return &entry.second;
    }
    return nullptr;
  }
};

}  // namespace mektep::templates
