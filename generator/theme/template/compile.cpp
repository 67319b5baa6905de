#include "theme/template/compile.h"

#include <algorithm>

#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/escape.h"
#include "theme/template/resolver.h"
#include "theme/template/share.h"

namespace mektep::templates {

namespace {

// The constant names in the expression of an include or import.
std::vector<std::string> constant_names(const Expr& expr) {
  std::vector<std::string> names;
  const auto add = [&](const Expr& part) {
    if (part.op != Op::constant || !part.constant.is_string()) return false;
    names.emplace_back(part.constant.as_string());
    return true;
  };
  if (expr.op == Op::list) {
    for (const Expr* item : expr.items) {
      if (!add(*item)) return {};
    }
  } else if (!add(expr)) {
    return {};
  }
  return names;
}

}  // namespace

std::size_t Compiler::run(std::span<const std::string> names, std::vector<Name> shared) {
  for (const std::string& name : names) {
    if (load(name) == nullptr) missing(name, {}, name);
  }
  while (!waiting_.empty()) {
    Template& tpl = *waiting_.front();
    waiting_.pop_front();
    if (!tpl.parent_name.empty()) load(tpl.parent_name);
    for (Stmt& stmt : tpl.statements) {
      if (stmt.act != Act::include && stmt.act != Act::import && stmt.act != Act::import_names) continue;
      if (stmt.expr == nullptr) continue;
      for (const std::string& name : constant_names(*stmt.expr)) load(name);
    }
  }
  for (auto& entry : all_) {
    if (!entry.second->faulty) link(*entry.second);
  }
  for (auto& entry : all_) {
    std::vector<const Template*> chain;
    order(*entry.second, chain);
  }
  EscapePass escaping(findings_);
  for (Template* tpl : ordered_) {
    if (tpl->faulty) continue;
    resolve_names(*tpl, vocabulary_);
    chain_blocks(*tpl);
  }
  for (Template* tpl : ordered_) {
    if (tpl->faulty) continue;
    const std::size_t before = findings_.size();
    escaping.run(*tpl);
    if (findings_.size() != before) tpl->faulty = true;
  }
  SharePass sharing(ordered_, std::move(shared));
  sharing.run();
  return sharing.parts();
}

Template* Compiler::load(const std::string& name) {
  if (const auto known = all_.find(name); known != all_.end()) return known->second.get();
  const auto source = loader_(name);
  if (!source) return nullptr;
  auto& tpl = all_[name];
  tpl = std::make_unique<Template>();
  tpl->name = name;
  if (find_invalid_utf8(*source)) {
    findings_.emplace_back(rules::template_encoding, Place{name, {}});
    tpl->faulty = true;
    return tpl.get();
  }
  tpl->source = normalise_source(*source);
  tpl->faulty = !Parser(*tpl, vocabulary_, findings_).parse();
  for (std::size_t i = tpl->extends_at; i < tpl->root.body.size(); ++i) {
    const Act act = tpl->root.body[i]->act;
    if (act != Act::text && act != Act::block && act != Act::output) tpl->runs_before_parent = true;
  }
  waiting_.push_back(tpl.get());
  return tpl.get();
}

void Compiler::missing(const std::string& file, Mark mark, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& entry : all_) known.push_back(entry.first);
  findings_.emplace_back(rules::template_missing, Place{file, mark}, std::string(), name,
                         std::vector<Param>{advice(name, known)});
}

void Compiler::link(Template& tpl) {
  if (!tpl.parent_name.empty()) {
    const auto parent = all_.find(tpl.parent_name);
    if (parent == all_.end()) {
      missing(tpl.name, tpl.parent_mark, tpl.parent_name);
      tpl.faulty = true;
    } else {
      tpl.parent = parent->second.get();
    }
  }
  for (Stmt& stmt : tpl.statements) {
    if ((stmt.act == Act::include || stmt.act == Act::import || stmt.act == Act::import_names) &&
        stmt.expr != nullptr) {
      link_names(tpl, stmt);
    }
  }
}

void Compiler::link_names(Template& tpl, Stmt& stmt) {
  const auto names = constant_names(*stmt.expr);
  bool found = false;
  for (const std::string& name : names) {
    const auto known = all_.find(name);
    stmt.templates.push_back(known == all_.end() ? nullptr : known->second.get());
    found = found || known != all_.end();
  }
  if (!names.empty() && !found && !stmt.ignore_missing) {
    missing(tpl.name, stmt.expr->mark, names[0]);
    tpl.faulty = true;
  }
}

// Puts the template behind the one it extends; false when they go round in a circle.
bool Compiler::order(Template& tpl, std::vector<const Template*>& chain) {
  if (std::find(ordered_.begin(), ordered_.end(), &tpl) != ordered_.end()) return true;
  if (std::find(chain.begin(), chain.end(), &tpl) != chain.end()) {
    findings_.emplace_back(rules::template_extends_itself, Place{tpl.name, tpl.parent_mark}, std::string(),
                           tpl.parent_name);
    for (const Template* member : chain) all_.find(member->name)->second->faulty = true;
    return false;
  }
  chain.push_back(&tpl);
  if (tpl.parent != nullptr) {
    Template& parent = *all_.find(tpl.parent->name)->second;
    if (chain.size() > 64 || !order(parent, chain)) tpl.parent = nullptr;
    if (parent.faulty) tpl.faulty = true;
  }
  if (std::find(ordered_.begin(), ordered_.end(), &tpl) == ordered_.end()) ordered_.push_back(&tpl);
  return !tpl.faulty || tpl.parent != nullptr;
}

// This template's own blocks before those of the ones it extends.
void Compiler::chain_blocks(Template& tpl) {
  for (const Block& block : tpl.blocks)
    tpl.chains.emplace_back(block.name, std::vector<const Block*>{&block});
  if (tpl.parent == nullptr) return;
  for (const auto& [name, inherited] : tpl.parent->chains) {
    const auto own = std::find_if(tpl.chains.begin(), tpl.chains.end(),
                                  [n = name](const auto& c) { return c.first == n; });
    if (own == tpl.chains.end()) {
      tpl.chains.emplace_back(name, inherited);
    } else {
      own->second.insert(own->second.end(), inherited.begin(), inherited.end());
    }
  }
}

}  // namespace mektep::templates
