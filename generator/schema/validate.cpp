// The validation itself. With a null `findings` it only answers whether the value fits, and stops at the
// first fault.
#include <cmath>

#include "base/text.h"
#include "schema/report.h"
#include "schema/rules.h"

namespace mektep {

namespace {

constexpr Message unit_letters{"белги", "знаков", "characters"};
constexpr Message unit_items{"пункт", "пунктов", "items"};
constexpr Message unit_fields{"талаа", "полей", "fields"};

class Validation {
 public:
  Validation(const std::string& file, Scalars scalars, Findings* findings)
      : file_(file), scalars_(scalars), findings_(findings) {}

  bool check(const Schema& s, const Node& node, const Step& step) {
    bool fits = s.ref == nullptr || check(*s.ref, node, step);
    if (!s.asserts || (!fits && findings_ == nullptr)) return fits;
    if (s.never) return report(rules::schema_not_allowed, node, step, s, {{"expected", expected_type(s)}});
    const std::uint8_t types = types_of(node, s.types, scalars_);
    if (s.types != type_none && (types & s.types) == 0) {
      return report(rules::schema_wrong_type, node, step, s, {{"expected", expected_type(s)}});
    }
    if (!s.constants.empty()) {
      if (!check_constants(s, node, step)) return false;  // its form does not matter any more
    }
    if (node.is_scalar()) {
      // In YAML a plain number is a text where the schema wants one.
      const bool as_number = (types & type_number) != 0 && (s.types & type_string) == 0;
      if (as_number) {
        if (s.has_number_rules) fits &= check_number(s, node, step);
      } else if (s.has_string_rules && (types & type_string) != 0) {
        fits &= check_text(s, node, step);
      }
    } else if (node.is_list()) {
      fits &= check_list(s, node, step);
    } else if (node.is_map()) {
      fits &= check_map(s, node, step);
    }
    if (!fits && findings_ == nullptr) return false;
    return check_choices(s, node, step) && fits;
  }

 private:
  using Params = std::vector<Param>;

  // Whether the value fits, without a word.
  bool fits(const Schema& s, const Node& node) {
    Validation silent(file_, scalars_, nullptr);
    return silent.check(s, node, Step{nullptr, &s, {}, 0});
  }

  bool check_constants(const Schema& s, const Node& node, const Step& step) {
    for (const Node& constant : s.constants) {
      if (equals_constant(node, constant, scalars_)) return true;
    }
    if (findings_ == nullptr) return false;
    std::vector<std::string> values;
    values.reserve(s.constants.size());
    for (const Node& constant : s.constants) values.push_back(constant.text);
    const auto near = node.is_scalar() ? did_you_mean(node.text, values) : std::nullopt;
    const Label expected = expected_values(s);
    Label advice{"Булардын бирин тандаңыз: " + expected.ky + ".", "Выберите одно из: " + expected.ru + ".",
                 "Choose one of: " + expected.en + "."};
    if (near)
      advice = {"Балким, «" + *near + "»?", "Возможно, «" + *near + "»?", "Did you mean \"" + *near + "\"?"};
    return report(rules::schema_not_in_list, node, step, s, {{"expected", expected}, {"advice", advice}});
  }

  bool check_number(const Schema& s, const Node& node, const Step& step) {
    const double value = *read_number(node);
    const bool below = s.open_minimum ? value <= s.minimum : value < s.minimum;
    const bool above = s.open_maximum ? value >= s.maximum : value > s.maximum;
    const double times = s.multiple_of > 0 ? value / s.multiple_of : 0;
    if (!below && !above && std::floor(times) == times) return true;
    if (findings_ == nullptr) return false;
    return report(rules::schema_out_of_range, node, step, s, {{"expected", expected_range(s)}});
  }

  bool check_text(const Schema& s, const Node& node, const Step& step) {
    if (s.min_length > 0 || node.text.size() > s.max_length) {  // bytes are never fewer than code points
      const std::size_t length = count_code_points(node.text);
      if (length < s.min_length || length > s.max_length) {
        if (findings_ == nullptr) return false;
        report(rules::schema_wrong_length, node, step, s,
               {{"expected", expected_size(s.min_length, s.max_length, unit_letters)}});
        return false;
      }
    }
    if (has_format(node.text, s.format) && (!s.pattern || s.pattern.found_in(node.text))) return true;
    if (findings_ == nullptr) return false;
    return report(rules::schema_wrong_form, node, step, s, {{"expected", expected_form(s)}});
  }

  bool check_list(const Schema& s, const Node& node, const Step& step) {
    bool good = true;
    const std::size_t count = node.items.size();
    if (count < s.min_items || count > s.max_items) {
      good = false;
      if (findings_ == nullptr) return false;
      report(rules::schema_wrong_count, node, step, s,
             {{"expected", expected_size(s.min_items, s.max_items, unit_items)}}, std::to_string(count));
    }
    if (s.unique) good &= check_unique(s, node, step);
    if (s.items != nullptr) {
      for (std::size_t i = 0; i < count; ++i) {
        good &= check(*s.items, node.items[i], Step{&step, s.items, {}, i});
        if (!good && findings_ == nullptr) return false;
      }
    }
    if (s.contains != nullptr &&
        std::ranges::none_of(node.items, [&](const Node& item) { return fits(*s.contains, item); })) {
      good = false;
      if (findings_ == nullptr) return false;
      report(rules::schema_missing_item, node, step, s, {{"expected", expected_values(*s.contains)}});
    }
    return good;
  }

  bool check_unique(const Schema& s, const Node& node, const Step& step) {
    bool good = true;
    for (std::size_t i = 1; i < node.items.size(); ++i) {
      const bool repeated =
          std::any_of(node.items.begin(), node.items.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Node& other) { return equal_values(other, node.items[i], scalars_); });
      if (!repeated) continue;
      good = false;
      if (findings_ == nullptr) return false;
      report(rules::schema_repeated_item, node.items[i], step, s, {});
    }
    return good;
  }

  bool check_map(const Schema& s, const Node& node, const Step& step) {
    bool good = true;
    for (const std::string& key : s.required) {
      const Node* value = node.get(key);
      // In YAML a key without a value gives nothing.
      if (value != nullptr && !(scalars_ == Scalars::text && value->is_null())) continue;
      good = false;
      if (findings_ == nullptr) return false;
      report_missing(s, value != nullptr ? *value : node, step, key);
    }
    for (const Schema::Dependent& dependent : s.dependent) {
      if (!has(node, dependent.key)) continue;
      for (const std::string& key : dependent.needs) {
        if (has(node, key)) continue;
        good = false;
        if (findings_ == nullptr) return false;
        report_missing(s, node, step, key);
      }
    }
    if (node.members.size() < s.min_properties || node.members.size() > s.max_properties) {
      good = false;
      if (findings_ == nullptr) return false;
      report(rules::schema_wrong_count, node, step, s,
             {{"expected", expected_size(s.min_properties, s.max_properties, unit_fields)}},
             std::to_string(node.members.size()));
    }
    if (s.properties.empty() && s.additional == nullptr && s.property_names == nullptr) return good;
    for (const Node::Member& member : node.members) {
      good &= check_member(s, member, step);
      if (!good && findings_ == nullptr) return false;
    }
    return good;
  }

  bool has(const Node& node, std::string_view key) const {
    const Node* value = node.get(key);
    return value != nullptr && !(scalars_ == Scalars::text && value->is_null());
  }

  bool check_member(const Schema& s, const Node::Member& member, const Step& step) {
    bool good = true;
    if (s.property_names != nullptr) {
      Node name;
      name.kind = Node::Kind::scalar;
      name.quoted = true;
      name.text = member.key;
      name.mark = member.mark;
      if (!fits(*s.property_names, name)) {
        good = false;
        if (findings_ == nullptr) return false;
        const Schema* form = s.property_names;
        while (form->ref != nullptr && !form->asserts) form = form->ref;
        report(rules::schema_wrong_key_name, name, step, s,
               {{"key", member.key}, {"expected", expected_form(*form)}});
      }
    }
    const Schema::Property* property = s.find(member.key);
    const Schema* place = property != nullptr ? property->schema : s.additional;
    if (place == nullptr) return good;
    if (property == nullptr && place->never) return report_unknown(s, member, step);
    if (scalars_ == Scalars::text && member.value.is_null())
      return good;  // not given; `required` has its say
    return check(*place, member.value, Step{&step, place, member.key, 0}) && good;
  }

  bool check_choices(const Schema& s, const Node& node, const Step& step) {
    bool good = true;
    for (const Schema* part : s.all_of) {
      good &= check(*part, node, step);
      if (!good && findings_ == nullptr) return false;
    }
    if (!s.any_of.empty() &&
        std::ranges::none_of(s.any_of, [&](const Schema* b) { return fits(*b, node); })) {
      good = false;
      if (findings_ == nullptr) return false;
      report_nearest(s, s.any_of, node, step);
    }
    if (!s.one_of.empty()) {
      const auto count = std::ranges::count_if(s.one_of, [&](const Schema* b) { return fits(*b, node); });
      if (count != 1) {
        good = false;
        if (findings_ == nullptr) return false;
        if (count == 0) {
          report_nearest(s, s.one_of, node, step);
        } else {
          report(rules::schema_not_allowed, node, step, s, {{"expected", keys_of(s.one_of)}});
        }
      }
    }
    if (s.not_ != nullptr && fits(*s.not_, node)) {
      good = false;
      if (findings_ == nullptr) return false;
      report(rules::schema_not_allowed, node, step, s, {{"expected", Label{}}});
    }
    if (s.if_ != nullptr) {
      const Schema* next = fits(*s.if_, node) ? s.then_ : s.else_;
      if (next != nullptr) good &= check(*next, node, step);
    }
    return good;
  }

  // --- findings ---

  bool report(const Rule& rule, const Node& node, const Step& step, const Schema& s, Params params,
              std::string found = {}) {
    if (findings_ == nullptr) return false;
    params.push_back({"label", label_path(step)});
    Finding& finding =
        findings_->emplace_back(rule, Place{file_, node.mark}, field_path(step),
                                found.empty() ? shown(node) : std::move(found), std::move(params));
    finding.clauses = clauses_of(&step, s);
    return false;
  }

  static std::string clauses_of(const Step* step, const Schema& s) {
    if (const auto own = s.shown_clauses(); !own.empty()) return std::string(own);
    for (; step != nullptr; step = step->parent) {
      if (step->schema == nullptr) continue;
      if (const auto above = step->schema->shown_clauses(); !above.empty()) return std::string(above);
    }
    return {};
  }

  // The schema of a key, which may be stated beside the place that requires it (if and then).
  static const Schema* property_of(const Schema& s, const Step& step, std::string_view key) {
    if (const auto* property = s.find(key)) return property->schema;
    for (const Schema* at = step.schema; at != nullptr; at = at->ref) {
      if (const auto* property = at->find(key)) return property->schema;
    }
    return nullptr;
  }

  void report_missing(const Schema& s, const Node& node, const Step& step, const std::string& key) {
    const Schema* property = property_of(s, step, key);
    const Label* label = property != nullptr ? &property->shown_label() : nullptr;
    Finding& finding = findings_->emplace_back(
        rules::schema_missing_key, Place{file_, node.mark}, field_path(step, key), "",
        Params{{"label", label_path(step, label, key)},
               {"key", key},
               {"expected", property != nullptr ? expected_type(*property) : Label{}}});
    finding.clauses = clauses_of(&step, property != nullptr ? *property : s);
  }

  bool report_unknown(const Schema& s, const Node::Member& member, const Step& step) {
    if (findings_ == nullptr) return false;
    std::vector<std::string> keys;
    keys.reserve(s.properties.size());
    for (const Schema::Property& property : s.properties) keys.push_back(property.name);
    const auto near = did_you_mean(member.key, keys);
    const Label known = expected_keys(s);
    Label advice{"Бул жердеги талаалар: " + known.ky + ".", "Поля этого места: " + known.ru + ".",
                 "The fields of this place are: " + known.en + "."};
    if (near)
      advice = {"Балким, «" + *near + "»?", "Возможно, «" + *near + "»?", "Did you mean \"" + *near + "\"?"};
    findings_->emplace_back(rules::schema_unknown_key, Place{file_, member.mark},
                            field_path(step, member.key), excerpt(member.key),
                            Params{{"label", label_path(step)},
                                   {"key", excerpt(member.key)},
                                   {"advice", advice},
                                   {"expected", known}});
    return false;
  }

  // "документ, url": the keys that branches of nothing but `required` ask for; empty when they ask for more.
  static Label keys_of(const std::vector<const Schema*>& branches, std::string* keys = nullptr,
                       const Schema* place = nullptr) {
    Label text;
    for (const Schema* branch : branches) {
      if (branch->required.empty() || branch->types != type_none || branch->ref != nullptr ||
          !branch->properties.empty())
        return {};
      for (const std::string& key : branch->required) {
        const Schema::Property* property = place != nullptr ? place->find(key) : nullptr;
        Label one = property != nullptr && !property->schema->shown_label().en.empty()
                        ? property->schema->shown_label()
                        : same(key);
        for (std::string Label::* language : {&Label::ky, &Label::ru, &Label::en}) {
          if (!(text.*language).empty()) text.*language += ", ";
          text.*language += one.*language;
        }
        if (keys != nullptr) *keys += (keys->empty() ? "" : ", ") + key;
      }
    }
    return text;
  }

  // No branch fits: says what is wrong with the one that the writer most probably meant.
  void report_nearest(const Schema& s, const std::vector<const Schema*>& branches, const Node& node,
                      const Step& step) {
    std::string keys;
    if (Label choice = keys_of(branches, &keys, &s); !choice.en.empty()) {
      report(rules::schema_needs_one_of, node, step, s, {{"expected", std::move(choice)}, {"keys", keys}});
      return;
    }
    Findings best;
    int best_score = 0;
    for (const Schema* branch : branches) {
      Findings found;
      Validation attempt(file_, scalars_, &found);
      attempt.check(*branch, node, step);
      const int score = distance(*branch, node, found, field_path(step));
      if (best.empty() || score <= best_score) {
        best = std::move(found);
        best_score = score;
      }
    }
    if (best_score >= wrong_shape) {
      report(rules::schema_wrong_type, node, step, s, {{"expected", expected_type(s)}});
      return;
    }
    append(*findings_, std::move(best));
  }

  static constexpr int wrong_shape = 10'000, other_branch = 100;

  static int distance(const Schema& branch, const Node& node, const Findings& found,
                      const std::string& here) {
    if (std::ranges::any_of(found, [&](const Finding& f) {
          return f.rule == &rules::schema_wrong_type && f.field == here;
        })) {
      return wrong_shape;
    }
    int score = static_cast<int>(std::min<std::size_t>(found.size(), 50));
    const Schema* place = &branch;
    while (place->ref != nullptr && !place->asserts) place = place->ref;
    // A map that has none of the keys which the branch requires was not meant to be of this branch.
    if (node.is_map() && !place->required.empty() &&
        std::ranges::none_of(place->required,
                             [&](const std::string& key) { return node.get(key) != nullptr; })) {
      score += other_branch;
    }
    return score;
  }

  const std::string& file_;
  const Scalars scalars_;
  Findings* const findings_;
};

}  // namespace

bool validate(const Schema& schema, const Node& value, const std::string& file, Findings& findings,
              Scalars scalars) {
  return Validation(file, scalars, &findings).check(schema, value, Step{nullptr, &schema, {}, 0});
}

}  // namespace mektep
