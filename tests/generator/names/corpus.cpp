#include "generator/names/corpus.h"

#include <algorithm>
#include <fstream>

namespace mektep::test {

namespace {

Personal kind_of(char mark) {
  switch (mark) {
    case 'k':
      return Personal::known_name;
    case 'p':
      return Personal::phone;
    case 'n':
      return Personal::personal_number;
    case 'h':
      return Personal::home_address;
    default:
      return Personal::unknown_name;
  }
}

Sentence parse(std::string_view line) {
  Sentence sentence;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '<' && i + 2 < line.size() && line[i + 2] == ' ') {
      sentence.labels.push_back({kind_of(line[i + 1]), sentence.text.size(), 0});
      i += 2;
    } else if (line[i] == '>') {
      sentence.labels.back().end = sentence.text.size();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      sentence.text += line[i] == 'n' ? "\n" : line[i] == '~' ? "\u00AD" : "\u200B";
    } else {
      sentence.text += line[i];
    }
  }
  return sentence;
}

}  // namespace

std::vector<Sentence> read_corpus(const std::string& file) {
  std::vector<Sentence> corpus;
  std::ifstream stream(MEKTEP_ROOT "/tests/generator/names/corpus/" + file);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) corpus.push_back(parse(line));
  }
  return corpus;
}

const NameFinder& corpus_finder() {
  static const NameFinder finder = [] {
    static constexpr KnownName people[][2] = {
        {{"Дүйшөнбекова", "Айгүл", "Маратовна"}, {"Дуйшонбекова", "Айгуль", "Маратовна"}},
        {{"Асанов", "Бакыт", "Жумабекович"}, {"Асанов", "Бакыт", "Джумабекович"}},
        {{"Токтосунов", "Эрмек", "Кубатович"}, {"Токтосунов", "Эрмек", "Кубатович"}},
        {{"Сыдыкова", "Гүлнара", "Асановна"}, {"Сыдыкова", "Гульнара", "Асановна"}},
        {{"Жээнбек уулу", "Нурлан", ""}, {"Жээнбек уулу", "Нурлан", ""}},
        {{"Өмүрбекова", "Чолпон", "Таалайбековна"}, {"Омурбекова", "Чолпон", "Таалайбековна"}},
        {{"Ким", "Елена", "Викторовна"}, {"Ким", "Елена", "Викторовна"}},
        {{"Шевченко", "Олег", "Иванович"}, {"Шевченко", "Олег", "Иванович"}},
        {{"Садырбаев", "Үсөн", ""}, {"Садырбаев", "Усен", ""}},
        {{"Исаков", "Андрей", "Петрович"}, {"Исаков", "Андрей", "Петрович"}},
        {{"Байтемирова", "Мээрим", "Эркиновна"}, {"Байтемирова", "Мээрим", "Эркиновна"}},
        {{"Жолдошбаева", "Назгүл", ""}, {"Джолдошбаева", "Назгуль", ""}}};
    NameFinder made;
    for (std::uint32_t i = 0; i < std::size(people); ++i)
      for (const KnownName& name : people[i]) made.add(name, i);
    made.add_phone("+996352200101");
    return made;
  }();
  return finder;
}

Scores score(const std::vector<Sentence>& corpus) {
  Scores scores;
  std::vector<PersonalFind> found;
  for (const Sentence& sentence : corpus) {
    corpus_finder().find(sentence.text, found);
    const auto meet = [](const Label& label, const PersonalFind& find) {
      return label.kind == find.kind && label.begin < find.end && find.begin < label.end;
    };
    const auto of = [&](Personal kind) -> Score& {
      return kind == Personal::known_name     ? scores.known
             : kind == Personal::unknown_name ? scores.unknown
                                              : scores.other;
    };
    for (const Label& label : sentence.labels) {
      const bool hit = std::ranges::any_of(found, [&](const PersonalFind& f) { return meet(label, f); });
      for (Score* one : {&of(label.kind), &scores.all}) ++(hit ? one->right : one->missed);
      if (!hit) scores.mistakes += "missed: " + sentence.text + "\n";
    }
    for (const PersonalFind& find : found) {
      const bool right = std::ranges::any_of(sentence.labels, [&](const Label& l) { return meet(l, find); });
      if (right) continue;
      for (Score* one : {&of(find.kind), &scores.all}) ++one->wrong;
      scores.mistakes +=
          "wrong «" + sentence.text.substr(find.begin, find.end - find.begin) + "»: " + sentence.text + "\n";
    }
  }
  return scores;
}

}  // namespace mektep::test
