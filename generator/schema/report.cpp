#include "schema/report.h"

#include <cmath>

#include "base/text.h"

namespace mektep {

namespace {

void add(Label& to, std::string_view separator, const Label& text) {
  for (std::string Label::* language : {&Label::ky, &Label::ru, &Label::en}) {
    if (!(to.*language).empty()) to.*language += separator;
    to.*language += text.*language;
  }
}

void add(Label& to, std::string_view text) {
  to.ky += text;
  to.ru += text;
  to.en += text;
}

std::string number_text(double value) {
  return std::floor(value) == value && std::abs(value) < 1e15 ? fmt::format("{:.0f}", value)
                                                              : fmt::format("{}", value);
}

const Schema& target(const Schema& schema) {
  const Schema* s = &schema;
  while (s->ref != nullptr && !s->asserts) s = s->ref;
  return *s;
}

}  // namespace

Label same(std::string_view text) {
  return {std::string(text), std::string(text), std::string(text)};
}

std::string field_path(const Step& step, std::string_view key) {
  std::string path;
  if (step.parent != nullptr) {
    path = field_path(*step.parent, step.key);
    if (step.key.empty()) path += fmt::format("[{}]", step.index);
  }
  if (!key.empty()) {
    if (!path.empty()) path += '.';
    path += key;
  }
  return path;
}

Label label_path(const Step& step, const Label* last, std::string_view key) {
  Label path;
  if (step.parent != nullptr) path = label_path(*step.parent);
  const Label& label = step.schema != nullptr ? step.schema->shown_label() : Label{};
  if (step.parent != nullptr && step.key.empty()) {
    add(path, " › ", same(std::to_string(step.index + 1)));
  } else if (step.parent != nullptr) {
    add(path, " › ", label.en.empty() ? same(step.key) : label);
  } else if (last == nullptr && key.empty() && !label.en.empty()) {
    path = label;  // the top of the file
  }
  if (last != nullptr && !last->en.empty()) {
    add(path, " › ", *last);
  } else if (!key.empty()) {
    add(path, " › ", same(key));
  }
  return path;
}

Label expected_type(const Schema& schema) {
  const Schema& s = target(schema);
  Label text;
  const Label either{" же ", " или ", " or "};
  auto alternative = [&](const Label& next) {
    if (!text.en.empty()) add(text, "", either);
    add(text, "", next);
  };
  if (s.types == type_none && !s.any_of.empty()) {
    for (const Schema* branch : s.any_of) {
      if (const Label next = expected_type(*branch); !next.en.empty()) alternative(next);
    }
    return text;
  }
  if (s.find("absent") != nullptr)
    return {"жок экенин себеби менен билдирүү (absent)", "указание об отсутствии с причиной (absent)",
            "a statement of absence with a reason (absent)"};
  if ((s.types & type_string) != 0) {
    if (s.format == Format::none) {
      alternative({"текст", "текст", "text"});
    } else {
      const Message& form = describe(s.format);
      alternative({std::string(form.ky), std::string(form.ru), std::string(form.en)});
    }
  }
  if ((s.types & type_integer) != 0)
    alternative({"тырмакчасыз бүтүн сан", "целое число без кавычек", "a whole number without quotes"});
  if ((s.types & type_number) != 0)
    alternative({"тырмакчасыз сан", "число без кавычек", "a number without quotes"});
  if ((s.types & type_boolean) != 0)
    alternative({"true (ооба) же false (жок)", "true (да) или false (нет)", "true or false"});
  if ((s.types & type_null) != 0) alternative({"эч нерсе", "ничего", "nothing"});
  if ((s.types & type_array) != 0)
    alternative({"ар бир пункту «- » менен башталган тизме", "список, где каждый пункт начинается с «- »",
                 "a list with \"- \" in front of every item"});
  if ((s.types & type_object) != 0) {
    Label keys = expected_keys(s);
    Label map{"талаалар: ", "поля: ", "the fields "};
    add(map, "", keys);
    alternative(map);
  }
  if (s.types == type_none && !s.constants.empty()) return expected_values(s);
  return text;
}

Label expected_values(const Schema& schema) {
  Label text;
  for (const Node& value : schema.constants) {
    Label one = same(value.is_scalar() ? value.text : shown(value));
    const auto named = std::ranges::find(schema.value_labels, value.text, &Schema::ValueLabel::value);
    if (named != schema.value_labels.end()) {
      one.ky += " (" + named->label.ky + ")";
      one.ru += " (" + named->label.ru + ")";
      one.en += " (" + named->label.en + ")";
    }
    add(text, ", ", one);
  }
  return text;
}

Label expected_form(const Schema& schema) {
  Label text;
  if (schema.format != Format::none) {
    const Message& form = describe(schema.format);
    text = {std::string(form.ky), std::string(form.ru), std::string(form.en)};
  } else if (!schema.example.empty()) {
    text = {"мисалы ", "например ", "such as "};
    add(text, schema.example);
  } else {
    text = {"ушул үлгүдө: ", "по образцу ", "text of the pattern "};
    add(text, schema.pattern_text);
  }
  return text;
}

Label expected_size(std::size_t least, std::size_t most, const Message& unit) {
  auto in = [&](std::string_view from, std::string_view to, std::string_view what) {
    std::string text;
    if (least > 0) text += fmt::format("{} {}", from, least);
    if (most != Schema::unlimited) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", to, most);
    return text + " " + std::string(what);
  };
  return {in("эң аз", "эң көп", unit.ky), in("не меньше", "не больше", unit.ru),
          in("at least", "at most", unit.en)};
}

Label expected_range(const Schema& s) {
  auto in = [&](std::string_view from, std::string_view above, std::string_view to, std::string_view below,
                std::string_view multiple) {
    std::string text;
    auto add_part = [&](std::string_view word, double value) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", word, number_text(value));
    };
    if (std::isfinite(s.minimum)) add_part(s.open_minimum ? above : from, s.minimum);
    if (std::isfinite(s.maximum)) add_part(s.open_maximum ? below : to, s.maximum);
    if (s.multiple_of > 0) add_part(multiple, s.multiple_of);
    return text;
  };
  return {in("эң аз", "мындан чоң:", "эң көп", "мындан кичине:", "бөлүнөт:"),
          in("не меньше", "больше", "не больше", "меньше", "кратно"),
          in("at least", "more than", "at most", "less than", "a multiple of")};
}

Label expected_keys(const Schema& schema) {
  std::string keys;
  for (const Schema::Property& property : schema.properties) {
    if (!keys.empty()) keys += ", ";
    keys += property.name;
  }
  return same(keys);
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "";
    case Node::Kind::scalar:
      return excerpt(node.text);
    case Node::Kind::list:
      return fmt::format("[{}]", node.items.empty() ? "" : "…");
    case Node::Kind::map:
      break;
  }
  std::string text = "{";
  for (const Node::Member& member : node.members) {
    if (text.size() > 1) text += ", ";
    text += member.key;
  }
  return excerpt(text + "}");
}

}  // namespace mektep
