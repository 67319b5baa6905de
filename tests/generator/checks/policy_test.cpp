#include "checks/policy.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "syntax/yaml/yaml.h"

using namespace mektep;

namespace {

const EditorialPolicy& policy() {
  static const EditorialPolicy read = [] {
    std::ifstream stream(MEKTEP_ROOT "/schema/policy/words.yaml");
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    Findings findings;
    EditorialPolicy made = read_policy(parse_yaml(bytes, "words.yaml", findings));
    REQUIRE(findings.empty());
    return made;
  }();
  return read;
}

std::vector<std::string> topics_of(std::string_view text) {
  std::vector<PolicyFind> found;
  TextWords words;
  words.read(text);
  find_policy_words(words, policy(), found);
  std::vector<std::string> ids;
  for (const PolicyFind& one : found) ids.push_back(one.topic->id);
  return ids;
}

}  // namespace

TEST_CASE("the policy names clauses and words in both languages for every topic") {
  REQUIRE(policy().topics.size() >= 6);
  for (const PolicyTopic& topic : policy().topics) {
    CHECK(topic.clauses.find('-') != std::string::npos);
    CHECK(topic.words.size() >= 6);
    CHECK_FALSE(topic.label.ky.empty());
  }
}

TEST_CASE("a word of the policy is asked about once a sentence, unless its sentence explains it") {
  using Topics = std::vector<std::string>;
  CHECK(topics_of("Скидка 50 %! Купите сегодня.") == Topics{"advertising", "advertising"});
  CHECK(topics_of("Арзандатуу жарыяланды.") == Topics{"advertising"});
  CHECK(topics_of("Делайте ставки на спорт в казино.") == Topics{"gambling"});
  CHECK(topics_of("Ал айбан, акмак.") == Topics{"dignity"});
  CHECK(topics_of("Лекция против насилия прошла в актовом зале.").empty());
  CHECK(topics_of("Зомбулукка каршы акция өттү.").empty());
  CHECK(topics_of("На уроке истории говорили о свержении царя.").empty());
  CHECK(topics_of("Мелдеш байрак тапшыруу менен аяктады.").empty());
}

TEST_CASE("links that follow readers about are told from plain ones") {
  CHECK(tracker_in("https://example.kg/a?id=1&utm_source=fb", policy()) == "utm_source");
  CHECK(tracker_in("https://stats.google-analytics.com/x", policy()) == "google-analytics.com");
  CHECK(tracker_in("https://bit.ly/3abc", policy()) == "bit.ly");
  CHECK(tracker_in("https://example.kg/utm_source=1", policy()).empty());
  CHECK(tracker_in("https://notbit.ly/", policy()).empty());
  CHECK(tracker_in("/about/?fbclid=1", policy()).empty());
}
