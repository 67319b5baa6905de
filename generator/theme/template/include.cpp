// Statements that lead into other code: blocks, includes and imports.
#include "theme/rules.h"
#include "theme/template/frame.h"
#include "theme/template/operators.h"
#include "theme/template/render.h"

namespace mektep::templates {

Module::Module(const Context& context) {
  for (const Name name : context.exported) {
    for (const auto& variable : context.variables) {
      if (variable.first == name) members_.push_back(variable);
    }
  }
}
Value Module::get(std::string_view name) const {
  for (const auto& member : members_) {
    if (*member.first == name) return member.second;
  }
  return {};
}
std::vector<std::string> Module::names() const {
  std::vector<std::string> names;
  names.reserve(members_.size());
  for (const auto& member : members_) names.push_back(*member.first);
  return names;
}

// A context that macros may refer to later lives in the arena, any other one in its caller.
Context& Renderer::new_context(bool keep, Context& local) {
  if (!keep) return local;
  budget_.charge(20);
  return kept_contexts_.emplace_back();
}

void Renderer::hand_over(const Stmt& stmt, Context& context) {
  context.outer = scene_.context;
  for (const Local& local : stmt.locals) {
    if (const Value* value = place(local.slots)) context.variables.emplace_back(local.name, *value);
  }
}

bool Renderer::block(const Stmt& stmt) {
  if (muted_) return true;
  const auto* chain = scene_.leaf->chain(stmt.block->name);
  if (chain == nullptr) return true;
  if (!stmt.block->scoped) return run_block(*chain, 0, *scene_.context);
  Context local;
  Context& context = new_context(true, local);
  hand_over(stmt, context);
  return run_block(*chain, 0, context);
}

bool Renderer::run_block(const std::vector<const Block*>& chain, std::size_t at, Context& context) {
  const Block& block = *chain[at];
  const Scene before = scene_;
  bool done = false;
  if (++depth_ > program_.max_depth) {
    budget_.exceed(Budget::Limit::depth);
    fail_limit(block.mark);
  } else {
    scene_.home = block.home;
    scene_.context = &context;
    scene_.chain = &chain;
    scene_.chain_at = at;
    const Slots slots(*this, block.function, nullptr);
    done = body(block.function.body);
  }
  --depth_;
  scene_ = before;
  return done;
}

// The template that an include or import names; nullptr without a fault = `ignore missing`.
const Template* Renderer::choose(const Stmt& stmt, bool& failed) {
  failed = false;
  for (const Template* known : stmt.templates) {
    if (known != nullptr) return known;
  }
  std::string wanted;
  Value scratch;
  const Value* names = used(*stmt.expr, scratch);
  if (names == nullptr) {
    failed = true;
    return nullptr;
  }
  const ValueList one{*names};
  for (const Value& name : names->is_list() ? names->as_list() : one) {
    if (!name.is_string()) {
      failed = true;
      fail(rules::template_wrong_operation, stmt.expr->mark, fmt::format("include {}", kind_name(name)));
      return nullptr;
    }
    const auto found = program_.templates.find(name.as_string());
    if (found != program_.templates.end()) return found->second.get();
    wanted += (wanted.empty() ? "" : ", ") + std::string(name.as_string());
  }
  if (stmt.ignore_missing) return nullptr;
  std::vector<std::string> known;
  known.reserve(program_.templates.size());
  for (const auto& entry : program_.templates) known.push_back(entry.first);
  fail(rules::template_missing, stmt.expr->mark, wanted, {advice(wanted, known)});
  failed = true;
  return nullptr;
}

bool Renderer::include(const Stmt& stmt) {
  bool failed = false;
  const Template* tpl = choose(stmt, failed);
  if (tpl == nullptr) return !failed;
  if (depth_ >= program_.max_depth) {
    budget_.exceed(Budget::Limit::depth);
    return fail_limit(stmt.mark);
  }
  ++depth_;
  const Scene before = scene_;
  Context local;
  Context& context =
      new_context(!tpl->functions.empty() || tpl->root.keeps_frame || tpl->parent != nullptr, local);
  if (stmt.with_context) hand_over(stmt, context);
  scene_.leaf = tpl;
  scene_.chain = nullptr;
  const bool muted = std::exchange(muted_, false);
  const bool done = root(*tpl, context);
  muted_ = muted;
  scene_ = before;
  --depth_;
  return done;
}

bool Renderer::import(const Stmt& stmt) {
  bool failed = false;
  const Template* tpl = choose(stmt, failed);
  if (tpl == nullptr) return false;
  if (depth_ >= program_.max_depth) {
    budget_.exceed(Budget::Limit::depth);
    return fail_limit(stmt.mark);
  }
  ++depth_;
  const Scene before = scene_;
  Context unused;
  Context& context = new_context(true, unused);
  if (stmt.with_context) hand_over(stmt, context);
  scene_.leaf = tpl;
  scene_.chain = nullptr;
  std::string unseen;
  std::string* out = std::exchange(out_, &unseen);
  const std::size_t begin = std::exchange(out_begin_, 0);
  const bool done = root(*tpl, context);
  out_ = out;
  out_begin_ = begin;
  scene_ = before;
  --depth_;
  if (!done) return false;
  // Imported names are seen by blocks, but are no exports of this template.
  const auto bind = [&](const Target& target, const Value& value) {
    scene_.frame->slots[target.slot] = value;
    if (stmt.exported) scene_.context->set(target.name, value);
  };
  if (stmt.act == Act::import) {
    bind(stmt.target, Value(std::make_shared<const Module>(context), 1));
    return true;
  }
  const Module module(context);
  for (const auto& [name, target] : stmt.imports) {
    const Value value = module.get(*name);
    if (value.is_undefined()) {
      return fail(rules::template_unknown_macro, target.mark, *name, {advice(*name, module.names())});
    }
    bind(target, value);
  }
  return true;
}

}  // namespace mektep::templates
