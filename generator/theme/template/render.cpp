// Statements.
#include "theme/template/render.h"

#include <charconv>

#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/frame.h"
#include "theme/template/literal.h"
#include "theme/template/operators.h"
#include "theme/template/output.h"
#include "theme/template/shared_parts.h"

namespace mektep::templates {

namespace {

constexpr unsigned max_nesting = 1200;  // of C++ calls: bounds the stack, about 1 KB each

bool is_double_quoted(Escape escape) {
  return escape == Escape::double_quoted || escape == Escape::url_double || escape == Escape::sources_double;
}

}  // namespace

Renderer::~Renderer() {
  for (const auto& space : namespaces_) space->clear();
}

bool Renderer::run(const Template& tpl, const ValueObject& globals, std::string& out) {
  out_ = &out;
  out_begin_ = out.size();
  Context& context = kept_contexts_.emplace_back();
  context.globals = &globals;
  scene_ = {&tpl, &tpl, &context, nullptr, nullptr, 0};
  return root(tpl, context);
}

bool Renderer::fail(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params) {
  if (!fault_)
    fault_.emplace(rule, Place{scene_.home->name, mark}, std::string(), excerpt(found, 120),
                   std::move(params));
  return false;
}
bool Renderer::fail(const Rule& rule, Mark mark, const TemplateError& error) {
  if (budget_.exceeded() != Budget::Limit::none) return fail_limit(mark);
  return fail(rule, mark, error.message);
}
bool Renderer::fail_limit(Mark mark) {
  switch (budget_.exceeded()) {
    case Budget::Limit::output:
      return fail(rules::template_limit, mark, "max_output");
    case Budget::Limit::depth:
      return fail(rules::template_limit, mark, "max_depth");
    default:
      return fail(rules::template_limit, mark, "max_steps");
  }
}
bool Renderer::has_room(Mark mark) {
  if (out_->size() - out_begin_ <= budget_.bytes()) [[likely]]
    return true;
  budget_.exceed(Budget::Limit::output);
  return fail_limit(mark);
}

// The top level of a template, then that of the one it extends.
bool Renderer::root(const Template& tpl, Context& context) {
  if (tpl.faulty) return fail(rules::template_faulty, {}, tpl.name);
  const Template* outer_home = std::exchange(scene_.home, &tpl);
  const Slots slots(*this, tpl.root, nullptr);
  scene_.context = &context;
  bool done = true;
  const Body& statements = tpl.root.body;
  for (std::size_t i = 0; i < statements.size() && done; ++i) {
    if (tpl.parent == nullptr || i < tpl.extends_at) {
      done = statement(*statements[i]);
    } else if (tpl.runs_before_parent) {
      std::string unseen;
      std::string* out = std::exchange(out_, &unseen);
      const std::size_t begin = std::exchange(out_begin_, 0);
      const bool muted = std::exchange(muted_, true);
      done = statement(*statements[i]);
      out_ = out;
      out_begin_ = begin;
      muted_ = muted;
    }
  }
  if (done && tpl.parent != nullptr) {
    if (++depth_ > program_.max_depth) {
      budget_.exceed(Budget::Limit::depth);
      done = fail_limit(tpl.parent_mark);
    } else {
      done = root(*tpl.parent, context);
    }
    --depth_;
  }
  scene_.home = outer_home;
  return done;
}

bool Renderer::body(const Body& statements) {
  for (const Stmt* stmt : statements) {
    if (!statement(*stmt)) return false;
  }
  return true;
}

bool Renderer::statement(const Stmt& stmt) {
  if (stmt.act == Act::text) {
    out_->append(stmt.text);
    return has_room(stmt.mark) && step(stmt.mark);
  }
  if (!step(stmt.mark)) return false;
  if (stmt.act == Act::output) return output(stmt);
  if (++nesting_ > max_nesting) {
    budget_.exceed(Budget::Limit::depth);
    return fail_limit(stmt.mark);
  }
  bool done = true;
  switch (stmt.act) {
    case Act::branch:
      done = branch(stmt);
      break;
    case Act::loop:
      done = loop(stmt);
      break;
    case Act::set: {
      Value scratch;
      const Value* value = evaluate(*stmt.expr, scratch);
      done = value != nullptr && assign(stmt.target, *value, stmt.exported, stmt.mark);
      break;
    }
    case Act::set_block:
    case Act::filter_block:
      done = capture_block(stmt);
      break;
    case Act::with:
      done = with(stmt);
      break;
    case Act::include:
      done = include(stmt);
      break;
    case Act::import:
    case Act::import_names:
      done = import(stmt);
      break;
    case Act::macro:
      done = assign(stmt.target, Value(std::make_shared<const Macro>(*stmt.function, scene_), 1),
                    stmt.exported, stmt.mark);
      break;
    case Act::call_block:
      done = output(stmt);
      break;
    case Act::block:
      done = block(stmt);
      break;
    case Act::shared:
      done = shared(stmt);
      break;
    case Act::text:
    case Act::output:
      break;
  }
  --nesting_;
  return done;
}

bool Renderer::output(const Stmt& stmt) {
  Value scratch, caller;
  const Expr& expr = *stmt.expr;
  stream_ = stmt.escape == Escape::text || stmt.escape == Escape::trusted;
  if (stmt.act == Act::call_block) caller = Value(std::make_shared<const Macro>(*stmt.function, scene_), 1);
  const Value* value = stmt.act != Act::call_block ? evaluate(expr, scratch)
                       : expr.op == Op::method     ? method(expr, scratch, caller)
                                                   : call(expr, scratch, caller);
  stream_ = false;
  if (value == nullptr) return false;
  if (value->is_missing()) return has_room(stmt.mark);  // written already
  if (value->is_undefined()) return fail_undefined(expr);
  return write(stmt, *value);
}

bool Renderer::write(const Stmt& stmt, const Value& value) {
  if (value.is_integer()) {
    append_integer(*out_, value.as_integer());
    return has_room(stmt.mark);
  }
  std::string printed;
  std::string_view text;
  if (value.is_string()) {
    text = value.as_string();
  } else {
    if (auto done = print(printed, value, budget_); !done) {
      return fail(rules::template_wrong_operation, stmt.expr->mark, done.error());
    }
    text = printed;
  }
  const bool html = value.is_safe();
  switch (stmt.escape) {
    case Escape::text:
    case Escape::trusted:
      if (html) {
        out_->append(text);
      } else {
        append_escaped(*out_, text);
      }
      break;
    case Escape::digits:
      if (text.find_first_not_of("0123456789") != std::string_view::npos) {
        return fail(rules::template_wrong_operation, stmt.expr->mark, "<…" + std::string(text) + ">");
      }
      out_->append(text);
      break;
    default:
      return write_address(stmt, text, html);
  }
  return has_room(stmt.mark);
}

// Into a quoted attribute, which may hold an address.
bool Renderer::write_address(const Stmt& stmt, std::string_view text, bool html) {
  const bool url = stmt.escape == Escape::url_double || stmt.escape == Escape::url_single;
  const bool sources = stmt.escape == Escape::sources_double || stmt.escape == Escape::sources_single;
  if ((url && !is_harmless_url(text, html)) || (sources && !are_harmless_sources(text, html))) {
    out_->append(neutral_url);
  } else if (html) {
    append_within_quotes(*out_, text, is_double_quoted(stmt.escape) ? '"' : '\'');
  } else {
    append_escaped(*out_, text);
  }
  return has_room(stmt.mark);
}

bool Renderer::shared(const Stmt& stmt) {
  if (parts_ == nullptr) return body(stmt.body);
  if (const std::string* known = parts_->get(stmt.part)) {
    out_->append(*known);
    return has_room(stmt.mark);
  }
  const std::size_t begin = out_->size();
  if (!body(stmt.body)) return false;
  parts_->put(stmt.part, out_->substr(begin));
  return true;
}

bool Renderer::branch(const Stmt& stmt) {
  for (const Branch& branch : stmt.branches) {
    if (branch.condition != nullptr) {
      const auto holds = truth(*branch.condition);
      if (!holds) return false;
      if (!*holds) continue;
    }
    return body(branch.body);
  }
  return true;
}

void Renderer::clear_slots(const Stmt& stmt) {
  for (std::uint16_t slot = stmt.first_slot; slot < stmt.end_slot; ++slot) {
    if (!scene_.frame->slots[slot].is_missing()) scene_.frame->slots[slot] = Value::missing();
  }
}

bool Renderer::loop(const Stmt& stmt) {
  Value scratch;
  const Value* iterated = used(*stmt.expr, scratch);
  if (iterated == nullptr) return false;
  std::optional<Value> items = items_of(*iterated, budget_);
  if (!items) {
    return fail(rules::template_wrong_operation, stmt.expr->mark,
                fmt::format("for … in {}", kind_name(*iterated)));
  }
  if (stmt.condition != nullptr) {
    ValueList kept;
    for (const Value& item : items->as_list()) {
      clear_slots(stmt);
      if (!step(stmt.mark) || !assign(stmt.target, item, false, stmt.mark)) return false;
      const auto holds = truth(*stmt.condition);
      if (!holds) return false;
      if (*holds) kept.push_back(item);
    }
    items = Value(std::move(kept));
  }
  const ValueList& list = items->as_list();
  if (list.empty()) return body(stmt.otherwise);
  std::shared_ptr<Loop> state;
  Value state_value;
  if (scene_.home->uses_loop) {
    state = std::make_shared<Loop>(*items);
    state_value = Value(state, items->depth() + 1);
    if (state_value.depth() > Budget::max_value_depth + 1) {
      budget_.exceed(Budget::Limit::depth);
      return fail_limit(stmt.mark);
    }
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    clear_slots(stmt);
    if (state) {
      state->move_to(i);
      scene_.frame->slots[stmt.loop_slot] = state_value;
    }
    if (!step(stmt.mark) || !assign(stmt.target, list[i], false, stmt.mark) || !body(stmt.body)) return false;
  }
  clear_slots(stmt);
  return true;
}

bool Renderer::capture_block(const Stmt& stmt) {
  clear_slots(stmt);
  std::string text;
  std::string* out = std::exchange(out_, &text);
  const std::size_t begin = std::exchange(out_begin_, 0);
  const bool done = body(stmt.body);
  out_ = out;
  out_begin_ = begin;
  if (!done) return false;
  if (!budget_.room(text.size())) return fail_limit(stmt.mark);
  Value captured = Value::safe(std::move(text));
  Value scratch;
  const Value* value = &captured;
  if (stmt.filter != nullptr) {
    scene_.frame->slots[stmt.loop_slot] = captured;
    value = used(*stmt.filter, scratch);
    if (value == nullptr) return false;
  }
  if (stmt.act == Act::set_block) return assign(stmt.target, *value, stmt.exported, stmt.mark);
  if (auto printed = print(*out_, *value, budget_); !printed) {
    return fail(rules::template_wrong_operation, stmt.mark, printed.error());
  }
  return has_room(stmt.mark);
}

bool Renderer::with(const Stmt& stmt) {
  // All values are computed outside, before any of the names exists.
  std::vector<Value> values(stmt.assignments.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    Value scratch;
    const Value* value = evaluate(*stmt.assignments[i].second, scratch);
    if (value == nullptr) return false;
    values[i] = *value;
  }
  clear_slots(stmt);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!assign(stmt.assignments[i].first, values[i], false, stmt.mark)) return false;
  }
  return body(stmt.body);
}

void Context::set(Name name, const Value& value) {
  for (auto& variable : variables) {
    if (variable.first == name) {
      variable.second = value;
      return;
    }
  }
  variables.emplace_back(name, value);
}

bool Renderer::assign(const Target& target, const Value& value, bool exported, Mark mark) {
  if (target.object != nullptr) {
    Value scratch;
    const Value* object = used(*target.object, scratch);
    if (object == nullptr) return false;
    const auto* space = object->is_object() ? dynamic_cast<const Namespace*>(&object->as_object()) : nullptr;
    if (space == nullptr) return fail(rules::template_wrong_operation, target.mark, "set: not a namespace");
    space->set(*target.name, value);
    return true;
  }
  if (target.parts.empty()) {
    scene_.frame->slots[target.slot] = value;
    if (!exported) return true;
    scene_.context->set(target.name, value);
    if (!target.name->starts_with('_')) {
      auto& names = scene_.context->exported;
      if (std::find(names.begin(), names.end(), target.name) == names.end()) names.push_back(target.name);
    }
    return true;
  }
  std::optional<Value> items = items_of(value, budget_);
  if (!items || items->as_list().size() != target.parts.size()) {
    return fail(rules::template_wrong_operation, mark,
                fmt::format("{} names for {}", target.parts.size(),
                            items ? fmt::format("{} values", items->as_list().size())
                                  : std::string(kind_name(value))));
  }
  for (std::size_t i = 0; i < target.parts.size(); ++i) {
    if (!assign(target.parts[i], items->as_list()[i], exported, mark)) return false;
  }
  return true;
}

}  // namespace mektep::templates
