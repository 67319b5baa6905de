#include "statistics/marking.h"

#include <charconv>

namespace mektep {
namespace {

int number(std::string_view text, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The item of a dated list with the latest `from` not after `year`; with `programme`, of that programme only.
const Node* in_force(const Node& root, std::string_view list, SchoolYear year, int programme = 0) {
  const Node* found = nullptr;
  SchoolYear latest{0};
  const Node* items = root.given(list);
  if (!items) return nullptr;
  for (const Node& item : items->items) {
    const auto from = parse_school_year(item.text_of("from"));
    if (!from || *from > year || *from < latest) continue;
    if (programme != 0 && number(item.text_of("programme")) != programme) continue;
    found = &item;
    latest = *from;
  }
  return found;
}

void read_levels(const Node& node, Marking& marking) {
  constexpr std::array<std::string_view, 3> names{"primary", "basic", "secondary"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Node* level = node.given(names[i]);
    if (!level) continue;
    marking.levels[i] = {number(level->text_of("from")), number(level->text_of("until"))};
  }
}

}  // namespace

Label name_of(Level level) {
  switch (level) {
    case Level::primary:
      return {"башталгыч класстар", "начальная школа", "primary school"};
    case Level::basic:
      return {"негизги мектеп", "основная школа", "basic school"};
    default:
      return {"орто мектеп", "средняя школа", "secondary school"};
  }
}

Label name_of(Denominator denominator) {
  if (denominator == Denominator::pupils)
    return {
        "бөлүүчү: аттестацияланууга тийиш болгон бардык окуучулар (а.э. кошулат, бошотулгандар кошулбайт)",
        "делитель: все подлежащие аттестации ученики (н/а входят, освобождённые нет)",
        "divided by all pupils due for attestation (not attested included, exempt not)"};
  return {"бөлүүчү: коюлган баалардын саны (а.э. кошулбайт)",
          "делитель: число выставленных отметок (н/а не входят)",
          "divided by the number of marks given (not attested not included)"};
}

std::string_view code(Denominator denominator) {
  return denominator == Denominator::pupils ? "pupils" : "marks";
}

std::optional<Denominator> parse_denominator(std::string_view text) {
  if (text == "pupils") return Denominator::pupils;
  return text == "marks" ? std::optional(Denominator::marks) : std::nullopt;
}

std::optional<int> Scale::step_of(int mark) const {
  for (int step = 1; step <= 5; ++step) {
    const auto [low, high] = steps[static_cast<std::size_t>(step - 1)];
    if (mark >= low && mark <= high) return step;
  }
  return std::nullopt;
}

Level Marking::level_of(int grade) const {
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (grade >= levels[i].first && grade <= levels[i].second) return static_cast<Level>(i);
  return grade < levels[1].first ? Level::primary : Level::secondary;
}

MarkingPolicies::MarkingPolicies(Node policies, Node settings)
    : policies_(std::move(policies)), settings_(std::move(settings)) {
  Scale five{"five", {}};
  for (int step = 1; step <= 5; ++step) five.steps[static_cast<std::size_t>(step - 1)] = {step, step};
  scales_.push_back(five);
  const Node* scales = policies_.given("scales");
  if (!scales) return;
  for (const Node& item : scales->items) {
    Scale scale{std::string(item.text_of("id")), {}};
    const Node* steps = item.given("steps");
    if (!steps || scale.id == "five") continue;
    for (int step = 1; step <= 5; ++step) {
      const Node* range = steps->given(fmt::format("{}", step));
      scale.steps[static_cast<std::size_t>(step - 1)] =
          range && range->items.size() == 2
              ? std::pair(number(range->items[0].text), number(range->items[1].text))
              : std::pair(1, 0);
    }
    scales_.push_back(std::move(scale));
  }
}

const Scale* MarkingPolicies::scale(std::string_view id) const {
  for (const Scale& scale : scales_)
    if (scale.id == id) return &scale;
  return nullptr;
}

int MarkingPolicies::programme_in(SchoolYear year) const {
  if (const Node* programmes = settings_.given("programmes"))
    if (programmes->is_list())
      if (const Node* own = in_force(settings_, "programmes", year)) return number(own->text_of("years"), 11);
  const Node* usual = in_force(policies_, "programmes", year);
  return usual ? number(usual->text_of("years"), 11) : 11;
}

Marking MarkingPolicies::in(Term term) const {
  Marking marking;
  if (const Node* unmarked = in_force(policies_, "unmarked", term.year, programme_in(term.year)))
    if (const Node* grades = unmarked->given("grades"))
      for (const Node& item : grades->items) {
        const Node* periods = item.given("periods");
        if (!periods) continue;
        for (const Node& period : periods->items)
          if (period.text == code(term.period)) marking.unmarked.insert(number(item.text_of("grade")));
      }
  if (const Node* levels = in_force(policies_, "levels", term.year)) read_levels(*levels, marking);
  if (const Node* levels = settings_.given("levels")) read_levels(*levels, marking);
  if (const Node* weights = policies_.given("weights")) {
    for (int step = 1; step <= 5; ++step) {
      int& weight = marking.weights[static_cast<std::size_t>(step - 1)];
      weight = number(weights->text_of(fmt::format("{}", step)), weight);
    }
    marking.weight_not_attested = number(weights->text_of("not_attested"), marking.weight_not_attested);
  }
  if (const auto own = parse_denominator(settings_.text_of("denominator"))) marking.denominator = *own;
  if (const auto kept = kept_.find(term); kept != kept_.end()) marking.denominator = kept->second;
  return marking;
}

}  // namespace mektep
