#include "theme/template/escape.h"

#include <algorithm>
#include <array>

#include "theme/rules.h"
#include "theme/template/parser.h"

namespace mektep::templates {

namespace {

constexpr std::size_t most_work = 200'000;  // statements walked, long texts count for several

// Whether the value cannot do harm in any place because of how it is written.
bool is_trusted(const Expr& expr) {
  static constexpr std::array filters = {"safe",   "tojson", "xmlattr", "int", "float",
                                         "length", "count",  "round",   "abs", "wordcount"};
  static constexpr std::array loop_members = {"index",  "index0", "revindex", "revindex0",
                                              "length", "first",  "last"};
  switch (expr.op) {
    case Op::constant:
    case Op::super:
      return true;
    case Op::filter:
      return std::find(filters.begin(), filters.end(), *expr.name) != filters.end() &&
             expr.builtin != nullptr;
    case Op::attribute:
      return expr.items[0]->op == Op::name && *expr.items[0]->name == "loop" &&
             std::find(loop_members.begin(), loop_members.end(), *expr.name) != loop_members.end();
    case Op::choice:
      return is_trusted(*expr.items[1]) && (expr.items[2] == nullptr || is_trusted(*expr.items[2]));
    default:
      return false;
  }
}

bool is_marked_safe(const Expr& expr) {
  return expr.op == Op::filter && *expr.name == "safe";
}

}  // namespace

void EscapePass::run(const Template& tpl) {
  Places& places = places_[&tpl];
  work_ = 0;
  if (tpl.parent == nullptr) {
    whole(tpl.root.body, HtmlPlace(), tpl, {});
    return;
  }
  places = places_[tpl.parent];
  std::vector<std::string> known;
  for (const auto& place : places) known.push_back(*place.first);
  const Places inherited = places;
  for (const Block& block : tpl.blocks) {
    if (const auto at = inherited.find(block.name); at != inherited.end()) {
      whole(block.function.body, at->second, tpl, block.mark);
    }
  }
  for (Stmt* stmt : tpl.root.body) {
    // Texts and outputs beside the blocks of a child are not printed.
    if (stmt->act == Act::macro || stmt->act == Act::set_block) {
      HtmlPlace text;
      statement(*stmt, text, tpl);
    }
  }
  for (const Block& block : tpl.blocks) {
    if (!places.contains(block.name)) {
      findings_.emplace_back(rules::template_unknown_block, Place{tpl.name, block.mark}, std::string(),
                             *block.name, std::vector<Param>{advice(*block.name, known)});
    }
  }
}

void EscapePass::report(const Rule& rule, const void* once, Mark mark, const Template& tpl,
                        std::string found) {
  if (!reported_.emplace(&rule, once).second) return;
  findings_.emplace_back(rule, Place{tpl.name, mark}, std::string(), std::move(found));
}

// A body that must end in the place where it began.
void EscapePass::whole(const Body& body, const HtmlPlace& begin, const Template& tpl, Mark end) {
  HtmlPlace place = begin;
  walk(body, place, tpl);
  if (!HtmlPlace::join(begin, place)) report(rules::template_open_html, &body, end, tpl, place.describe());
}

void EscapePass::walk(const Body& body, HtmlPlace& place, const Template& tpl) {
  for (Stmt* stmt : body) statement(*stmt, place, tpl);
}

void EscapePass::merge(HtmlPlace& place, const HtmlPlace& other, const Stmt& stmt, const Template& tpl) {
  if (const auto joined = HtmlPlace::join(place, other)) {
    place = *joined;
  } else {
    report(rules::template_branches_differ, &stmt, stmt.mark, tpl,
           place.describe() + " / " + other.describe());
  }
}

void EscapePass::statement(Stmt& stmt, HtmlPlace& place, const Template& tpl) {
  work_ += 1 + stmt.text.size() / 256;
  if (work_ > most_work) return report(rules::template_too_deep, &work_, stmt.mark, tpl, {});
  switch (stmt.act) {
    case Act::text:
      place.feed(stmt.text);
      if (place.bad_scheme()) report(rules::template_unsafe_place, &stmt, stmt.mark, tpl, place.describe());
      break;
    case Act::output:
      output(stmt, place, tpl);
      break;
    case Act::branch:
      branches(stmt, place, tpl);
      break;
    case Act::loop:
      loop(stmt, place, tpl);
      break;
    case Act::with:
    case Act::filter_block:
      walk(stmt.body, place, tpl);
      break;
    case Act::set_block:
      whole(stmt.body, HtmlPlace(), tpl, stmt.mark);
      break;
    case Act::macro:
      whole(stmt.function->body, HtmlPlace(), tpl, stmt.mark);
      break;
    case Act::call_block:
      whole(stmt.function->body, HtmlPlace(), tpl, stmt.mark);
      output(stmt, place, tpl);
      break;
    case Act::block: {
      const HtmlPlace begin = place;
      places_[&tpl].try_emplace(stmt.block->name, begin);
      walk(stmt.block->function.body, place, tpl);
      if (!HtmlPlace::join(begin, place)) {
        report(rules::template_open_html, &stmt, stmt.mark, tpl, place.describe());
      }
      break;
    }
    case Act::include:
      include(stmt, place, tpl);
      break;
    case Act::set:
    case Act::import:
    case Act::import_names:
    case Act::shared:  // made of statements that this pass has seen
      break;
  }
}

void EscapePass::decide(Stmt& stmt, Escape escape, const HtmlPlace& place, const Template& tpl) {
  if (!stmt.escape_known || stmt.escape == escape) {
    stmt.escape = escape;
    stmt.escape_known = true;
    return;
  }
  const auto both = [&](Escape a, Escape b) {
    return (stmt.escape == a && escape == b) || (stmt.escape == b && escape == a);
  };
  if (both(Escape::double_quoted, Escape::url_double)) {
    stmt.escape = Escape::url_double;
  } else if (both(Escape::single_quoted, Escape::url_single)) {
    stmt.escape = Escape::url_single;
  } else {
    report(rules::template_two_places, &stmt, stmt.mark, tpl, place.describe());
  }
}

void EscapePass::output(Stmt& stmt, HtmlPlace& place, const Template& tpl) {
  auto escape = place.output();
  const bool needs_trust = !escape || escape == Escape::digits;
  if (stmt.expr->op == Op::super || (needs_trust && is_trusted(*stmt.expr))) {
    escape = Escape::trusted;
  } else if (is_marked_safe(*stmt.expr)) {
    if (escape == Escape::url_double || escape == Escape::sources_double) escape = Escape::double_quoted;
    if (escape == Escape::url_single || escape == Escape::sources_single) escape = Escape::single_quoted;
  }
  if (escape) {
    decide(stmt, *escape, place, tpl);
  } else {
    report(rules::template_unsafe_place, &stmt, stmt.mark, tpl, place.describe());
  }
  place.after_output();
}

void EscapePass::branches(Stmt& stmt, HtmlPlace& place, const Template& tpl) {
  const HtmlPlace begin = place;
  bool complete = false;
  for (std::size_t i = 0; i < stmt.branches.size(); ++i) {
    HtmlPlace end = begin;
    walk(stmt.branches[i].body, end, tpl);
    if (stmt.branches[i].condition == nullptr) complete = true;
    if (i == 0) {
      place = end;
    } else {
      merge(place, end, stmt, tpl);
    }
  }
  if (!complete) merge(place, begin, stmt, tpl);
}

void EscapePass::loop(Stmt& stmt, HtmlPlace& place, const Template& tpl) {
  const HtmlPlace begin = place;
  // The end of one round is the beginning of the next, until nothing new comes of it.
  for (int round = 0; round < 4; ++round) {
    HtmlPlace end = place;
    walk(stmt.body, end, tpl);
    const HtmlPlace before = place;
    merge(place, end, stmt, tpl);
    if (place == before) break;
  }
  HtmlPlace otherwise = begin;
  walk(stmt.otherwise, otherwise, tpl);
  merge(place, otherwise, stmt, tpl);
}

void EscapePass::include(Stmt& stmt, HtmlPlace& place, const Template& tpl) {
  if (place == HtmlPlace() || place.output() == Escape::text) return;  // judged on its own
  const HtmlPlace begin = place;
  if (stmt.templates.empty() || includes_ >= 16) {
    return report(rules::template_unsafe_place, &stmt, stmt.mark, tpl, place.describe());
  }
  ++includes_;
  for (const Template* included : stmt.templates) {
    if (included == nullptr) continue;
    HtmlPlace end = begin;
    walk(included->root.body, end, *included);
    if (!HtmlPlace::join(begin, end))
      report(rules::template_open_html, &stmt, stmt.mark, tpl, end.describe());
  }
  --includes_;
}

}  // namespace mektep::templates
