// One rendering: walks the trees of compiled templates, appending to the output. Belongs to one thread and
// one call of TemplateSet::render; the trees are shared and immutable.
#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "theme/template/budget.h"
#include "theme/template/builtins.h"
#include "theme/template/parser.h"
#include "theme/template/tree.h"

namespace mektep::templates {

// The names that a template got from outside, and those that its top level sets.
struct Context {
  const Context* outer = nullptr;        // of the including template
  const ValueObject* globals = nullptr;  // only of the outermost; none in an import without context
  std::vector<std::pair<Name, Value>> variables;
  std::vector<Name> exported;  // what an import of this template sees

  void set(Name name, const Value& value);
};

// The variables of a running function.
struct Frame {
  Value* slots = nullptr;
  const Frame* outer = nullptr;  // of the function that this one is written in
};

// Where the engine is: which template's code, with which names, blocks and variables.
struct Scene {
  const Template* home = nullptr;  // whose code runs; for places of findings
  const Template* leaf = nullptr;  // whose blocks are in force
  Context* context = nullptr;
  Frame* frame = nullptr;
  const std::vector<const Block*>* chain = nullptr;  // of the block that runs, for super()
  std::size_t chain_at = 0;
};

// A macro or the body of a call, with the place where it was defined. Lives as long as the rendering at most.
class Macro final : public ValueObject {
 public:
  Macro(const Function& function, const Scene& scene)
      : function_(function), scene_(scene), frame_(*scene.frame) {}
  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override { return {"name"}; }
  const Function& function() const { return function_; }
  const Scene& scene() const { return scene_; }
  const Frame& frame() const { return frame_; }

 private:
  const Function& function_;
  Scene scene_;
  Frame frame_;
};

struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<Name, Value>> named;
  Value caller;  // a macro, or undefined
};

// What `{% import %}` gives: the macros and variables that a template's top level set.
class Module final : public ValueObject {
 public:
  explicit Module(const Context& context);
  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override;

 private:
  std::vector<std::pair<Name, Value>> members_;
};

// `loop` of a for statement.
class Loop final : public ValueObject {
 public:
  explicit Loop(Value items) : items_(std::move(items)) {}
  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override;
  void move_to(std::size_t index) { index_ = index; }
  std::size_t index() const { return index_; }
  bool changed(std::span<const Value> values, Budget& budget) const;

 private:
  Value items_;
  std::size_t index_ = 0;
  mutable std::optional<ValueList> last_;  // of one rendering, hence one thread
};

class Renderer final : public Host {
 public:
  struct Program {
    const Vocabulary& vocabulary;
    const std::map<std::string, std::unique_ptr<Template>, std::less<>>& templates;
    std::uint32_t max_depth;
    Name caller;
  };

  Renderer(const Program& program, std::uint64_t max_steps, std::size_t max_output, SharedParts* parts)
      : program_(program), parts_(parts), budget_(max_steps, max_output) {}
  ~Renderer() override;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  bool run(const Template& tpl, const ValueObject& globals, std::string& out);
  Finding take_fault() { return std::move(*fault_); }

  Budget& budget() override { return budget_; }
  Result apply_filter(std::string_view name, std::span<const Value> arguments) override;
  Result apply_test(std::string_view name, std::span<const Value> arguments) override;

 private:
  class Slots;
  class Deeper;

  // render.cpp: statements. False = a fault stands in fault_.
  bool root(const Template& tpl, Context& context);
  bool body(const Body& statements);
  bool statement(const Stmt& stmt);
  bool output(const Stmt& stmt);
  bool write(const Stmt& stmt, const Value& value);
  bool write_address(const Stmt& stmt, std::string_view text, bool html);
  bool branch(const Stmt& stmt);
  bool loop(const Stmt& stmt);
  bool capture_block(const Stmt& stmt);
  bool with(const Stmt& stmt);
  bool block(const Stmt& stmt);
  bool shared(const Stmt& stmt);
  bool run_block(const std::vector<const Block*>& chain, std::size_t at, Context& context);
  bool assign(const Target& target, const Value& value, bool exported, Mark mark);
  bool include(const Stmt& stmt);
  bool import(const Stmt& stmt);
  const Template* choose(const Stmt& stmt, bool& failed);
  void hand_over(const Stmt& stmt, Context& context);
  Context& new_context(bool keep, Context& local);
  void clear_slots(const Stmt& stmt);

  // evaluate.cpp: expressions. nullptr = a fault; otherwise the value, in `scratch` or elsewhere
  // until the next assignment.
  const Value* evaluate(const Expr& expr, Value& scratch);
  const Value* evaluate_inner(const Expr& expr, Value& scratch);
  const Value* used(const Expr& expr, Value& scratch);  // the same, undefined values are faults
  const Value* name(const Expr& expr, Value& scratch);
  const Value* place(std::span<const SlotRef> slots) const;
  const Value* attribute(const Expr& expr, Value& scratch);
  const Value* item(const Expr& expr, Value& scratch);
  const Value* make_slice(const Expr& expr, Value& scratch);
  const Value* make_list(const Expr& expr, Value& scratch);
  const Value* make_dict(const Expr& expr, Value& scratch);
  const Value* comparison(const Expr& expr, Value& scratch);
  const Value* arithmetic(const Expr& expr, Value& scratch);
  const Value* concatenation(const Expr& expr, Value& scratch);
  const Value* store(const Expr& expr, Result&& result, Value& scratch);
  std::optional<bool> truth(const Expr& expr);
  Value undefined_reason(const Expr& expr);
  std::vector<std::string> visible_names() const;

  // calls.cpp
  const Value* call(const Expr& expr, Value& scratch, const Value& caller);
  const Value* method(const Expr& expr, Value& scratch, const Value& caller);
  const Value* builtin(const Expr& expr, Value& scratch);
  const Value* super(const Expr& expr, Value& scratch);
  bool arguments(const Expr& expr, std::size_t first, Arguments& arguments);
  const Value* invoke(const Expr& expr, const Value& callee, Arguments& arguments, Value& scratch);
  bool invoke_macro(const Expr& expr, const Macro& macro, Arguments& arguments);
  bool bind_parameters(const Expr& expr, const Function& function, Arguments& arguments);
  const Value* invoke_function(const Expr& expr, const Expr& callee, Arguments& arguments, Value& scratch);
  Result method_of(const Value& object, std::string_view name, std::span<const Value> arguments);
  bool track(const Value& value);

  bool fail(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params = {});
  bool fail(const Rule& rule, Mark mark, const TemplateError& error);
  bool fail_limit(Mark mark);
  bool fail_undefined(const Expr& expr);
  bool step(Mark mark) { return budget_.charge(1) || fail_limit(mark); }
  bool has_room(Mark mark);

  const Program& program_;
  SharedParts* parts_;
  Budget budget_;
  std::string* out_ = nullptr;
  std::size_t out_begin_ = 0;
  Scene scene_;
  unsigned depth_ = 0;    // of includes, macros and blocks
  unsigned nesting_ = 0;  // of C++ calls
  bool stream_ = false;   // the call about to be evaluated may write to the output itself
  bool muted_ = false;    // runs what stands beside the blocks of a child template
  std::optional<Finding> fault_;
  std::deque<std::vector<Value>> kept_slots_;
  std::deque<Frame> kept_frames_;
  std::deque<Context> kept_contexts_;
  std::vector<std::shared_ptr<const Namespace>> namespaces_;
};

}  // namespace mektep::templates
