#include "theme/template/share.h"

#include <algorithm>

namespace mektep::templates {

namespace {

void targets_of(const Target& target, std::vector<Name>& names) {
  if (target.name != nullptr && target.object == nullptr) names.push_back(target.name);
  for (const Target& part : target.parts) targets_of(part, names);
}

void places_of(const Target& target, std::vector<std::uint16_t>& places) {
  if (target.parts.empty()) places.push_back(target.slot);
  for (const Target& part : target.parts) places_of(part, places);
}

}  // namespace

SharePass::SharePass(std::span<Template* const> templates, std::vector<Name> shared)
    : templates_(templates), shared_(std::move(shared)) {}

void SharePass::run() {
  if (shared_.empty() || redefined()) return;
  for (Template* tpl : templates_) {
    if (!tpl->faulty) is_shared(*tpl);  // before anything is rewritten
  }
  for (Template* tpl : templates_) {
    if (tpl->faulty) continue;
    // What stands beside the blocks of a child template is never shown.
    if (tpl->parent == nullptr) rewrite(*tpl, tpl->root.body);
    for (Function& function : tpl->functions) rewrite(*tpl, function.body);
    for (Block& block : tpl->blocks) rewrite(*tpl, block.function.body);
  }
}

// Whether some template assigns to a shared name, imports it or has a parameter of that name.
bool SharePass::redefined() const {
  std::vector<Name> names;
  for (const Template* tpl : templates_) {
    for (const Stmt& stmt : tpl->statements) {
      targets_of(stmt.target, names);
      for (const auto& assignment : stmt.assignments) targets_of(assignment.first, names);
      for (const auto& import : stmt.imports) targets_of(import.second, names);
    }
    for (const Function& function : tpl->functions) {
      for (const Parameter& parameter : function.parameters) names.push_back(parameter.name);
    }
  }
  return std::ranges::any_of(names,
                             [&](Name name) { return std::ranges::find(shared_, name) != shared_.end(); });
}

bool SharePass::is_shared(const Expr& expr) {
  switch (expr.op) {
    case Op::constant:
      return true;
    case Op::name:
      if (expr.slots.empty()) return std::ranges::find(shared_, expr.name) != shared_.end();
      return std::ranges::all_of(expr.slots, [&](SlotRef ref) {
        return ref.up == 0 && std::ranges::find(inner_, ref.slot) != inner_.end();
      });
    case Op::call:
    case Op::method:
    case Op::super:
      return false;
    default:
      break;
  }
  const auto holds = [&](const Expr* part) { return part == nullptr || is_shared(*part); };
  return std::ranges::all_of(expr.items, holds) &&
         std::ranges::all_of(expr.named, [&](const auto& argument) { return holds(argument.second); });
}

bool SharePass::is_shared(const Stmt& stmt) {
  switch (stmt.act) {
    case Act::text:
      return true;
    case Act::output:
      return is_shared(*stmt.expr);
    case Act::branch:
      return std::ranges::all_of(stmt.branches, [&](const Branch& branch) {
        return (branch.condition == nullptr || is_shared(*branch.condition)) && is_shared(branch.body);
      });
    case Act::loop: {
      if (!is_shared(*stmt.expr)) return false;
      const std::size_t before = inner_.size();
      places_of(stmt.target, inner_);
      bool all = stmt.condition == nullptr || is_shared(*stmt.condition);
      inner_.push_back(stmt.loop_slot);
      all = all && is_shared(stmt.body);
      inner_.resize(before);
      return all && is_shared(stmt.otherwise);
    }
    case Act::include:
      return stmt.templates.size() == 1 && stmt.templates[0] != nullptr && stmt.with_context &&
             is_shared(*stmt.templates[0]);
    default:
      return false;
  }
}

bool SharePass::is_shared(const Body& body) {
  return std::ranges::all_of(body, [&](const Stmt* stmt) { return is_shared(*stmt); });
}

// An included template sees the names around it, but a shared name means the same everywhere.
bool SharePass::is_shared(const Template& included) {
  const auto [known, is_new] = known_.try_emplace(&included, false);
  if (!is_new) return known->second;
  if (included.faulty || included.parent != nullptr || included.root.keeps_frame ||
      !included.functions.empty() || !included.blocks.empty())
    return false;
  std::vector<std::uint16_t> outer;
  outer.swap(inner_);
  const bool all = is_shared(included.root.body);
  inner_.swap(outer);
  return known_[&included] = all;
}

void SharePass::rewrite(Template& tpl, Body& body) {
  Body result;
  for (std::size_t i = 0; i < body.size();) {
    std::size_t end = i;
    bool only_text = true;
    while (end < body.size() && is_shared(*body[end])) only_text = body[end++]->act == Act::text && only_text;
    if (end == i) {
      rewrite(tpl, *body[i]);
      result.push_back(body[i++]);
      continue;
    }
    if (only_text) {
      result.insert(result.end(), body.begin() + static_cast<std::ptrdiff_t>(i),
                    body.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
      Stmt& run = tpl.statements.emplace_back();
      run.act = Act::shared;
      run.mark = body[i]->mark;
      run.part = parts_++;
      run.body.assign(body.begin() + static_cast<std::ptrdiff_t>(i),
                      body.begin() + static_cast<std::ptrdiff_t>(end));
      result.push_back(&run);
    }
    i = end;
  }
  body = std::move(result);
}

void SharePass::rewrite(Template& tpl, Stmt& stmt) {
  // A run inside a loop may not use the loop's variables: `inner_` is empty here.
  rewrite(tpl, stmt.body);
  rewrite(tpl, stmt.otherwise);
  for (Branch& branch : stmt.branches) rewrite(tpl, branch.body);
}

}  // namespace mektep::templates
