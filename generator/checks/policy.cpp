// PROH-1, 2, 4…9 and ICT-25: words that a reviewer should look at, and links that follow readers about.
#include "checks/policy.h"

#include "base/text.h"
#include "checks/policy_rules.h"
#include "checks/said/checks.h"
#include "names/name_finder.h"

namespace mektep {

namespace {

using Phrases = std::vector<std::vector<std::string>>;

Phrases read_phrases(const Node* lists) {
  Phrases phrases;
  if (!lists) return phrases;
  for (const Node::Member& language : lists->members) {
    for (const Node& item : language.value.items) {
      TextWords words;
      words.read(item.text);
      auto& phrase = phrases.emplace_back();
      for (const TextWord& word : words.all()) phrase.emplace_back(word.text);
      if (phrase.empty()) phrases.pop_back();
    }
  }
  return phrases;
}

std::vector<std::string> read_list(const Node* list) {
  std::vector<std::string> all;
  if (!list) return all;
  for (const Node& item : list->items) all.push_back(item.text);
  return all;
}

// Whether a phrase begins at the word `i` and ends before `end`; its last word is `last` then.
bool stands_at(const TextWords& words, std::size_t i, std::size_t end, const std::vector<std::string>& phrase,
               std::size_t& last) {
  if (i + phrase.size() > end) return false;
  for (std::size_t k = 0; k < phrase.size(); ++k)
    if (!words[i + k].text.starts_with(phrase[k])) return false;
  last = i + phrase.size() - 1;
  return true;
}

bool in_sentence(const TextWords& words, std::size_t begin, std::size_t end, const Phrases& phrases) {
  std::size_t last = 0;
  for (std::size_t i = begin; i < end; ++i)
    for (const auto& phrase : phrases)
      if (stands_at(words, i, end, phrase, last)) return true;
  return false;
}

}  // namespace

EditorialPolicy read_policy(const Node& data) {
  EditorialPolicy policy;
  if (const Node* topics = data.given("topics")) {
    for (const Node& item : topics->items) {
      PolicyTopic topic;
      topic.id = item.text_of("id");
      topic.clauses = item.text_of("clauses");
      if (const Node* label = item.given("label"))
        topic.label = {std::string(label->text_of("ky")), std::string(label->text_of("ru")),
                       std::string(label->text_of("en"))};
      topic.words = read_phrases(item.given("words"));
      topic.unless = read_phrases(item.given("unless"));
      for (const auto& phrase : topic.words) policy.beginnings.add(phrase.front());
      policy.topics.push_back(std::move(topic));
    }
  }
  if (const Node* trackers = data.given("trackers")) {
    policy.tracker_hosts = read_list(trackers->given("hosts"));
    policy.tracker_parameters = read_list(trackers->given("parameters"));
  }
  return policy;
}

void find_policy_words(const TextWords& words, const EditorialPolicy& policy,
                       std::vector<PolicyFind>& found) {
  found.clear();
  thread_local std::vector<std::size_t> candidates;  // of a sentence
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    candidates.clear();
    end = begin;
    do {
      if (policy.beginnings.may_begin(words[end].text)) candidates.push_back(end);
      ++end;
    } while (end < words.size() && !words[end].sentence);
    if (candidates.empty()) continue;
    for (const PolicyTopic& topic : policy.topics) {
      bool told = false;
      for (const std::size_t i : candidates) {
        if (told) break;
        for (const auto& phrase : topic.words) {
          std::size_t last = 0;
          if (!stands_at(words, i, end, phrase, last)) continue;
          told = true;
          if (!in_sentence(words, begin, end, topic.unless))
            found.push_back({&topic, words[i].begin, words[last].end});
          break;
        }
      }
    }
  }
}

std::string tracker_in(std::string_view address, const EditorialPolicy& policy) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::string rest = lower(address.substr(scheme + 3));
  const std::string_view host = std::string_view(rest).substr(0, rest.find_first_of("/?#:"));
  for (const std::string& tracker : policy.tracker_hosts) {
    const bool path = tracker.find('/') != std::string::npos;
    const bool below = host.size() > tracker.size() && host.ends_with(tracker) &&
                       host[host.size() - tracker.size() - 1] == '.';
    if (path ? rest.starts_with(tracker) : host == tracker || below) return tracker;
  }
  const std::size_t query = rest.find('?');
  if (query == std::string::npos) return {};
  for (const std::string& parameter : policy.tracker_parameters) {
    for (std::size_t at = rest.find(parameter + "=", query); at != std::string::npos;
         at = rest.find(parameter + "=", at + 1)) {
      if (rest[at - 1] == '?' || rest[at - 1] == '&') return parameter;
    }
  }
  return {};
}

namespace {

class PolicyCheck : public SaidCheck {
 public:
  PolicyCheck(const ContentModel& model, const Node& policy) : model_(model), policy_(read_policy(policy)) {}

  void look(const Said& said, Findings& findings) const override {
    if (said.in == SaidIn::address) {
      const std::string tracker = said.entry ? tracker_in(said.text, policy_) : std::string();
      if (!tracker.empty()) findings.emplace_back(rules::policy_tracker, said.place(), "", tracker);
      return;
    }
    // Rules and regulations name what they forbid.
    if (said.in == SaidIn::books || said.in == SaidIn::document) return;
    thread_local std::vector<PolicyFind> found;
    find_policy_words(*said.words, policy_, found);
    for (const PolicyFind& one : found) {
      const std::string_view text = said.text.substr(one.begin, one.end - one.begin);
      const std::string words = fingerprint(text);
      if (answered(said, words)) continue;
      findings.emplace_back(rules::policy_question, said.place(one.begin), said.field, std::string(text),
                            std::vector<Param>{{"topic", one.topic->label}, {"words", words}});
      findings.back().clauses = one.topic->clauses;
    }
  }

 private:
  bool answered(const Said& said, const std::string& words) const {
    return std::ranges::any_of(model_.answers, [&](const Answer& answer) {
      return answer.words == words && answer.kind == AnswerKind::suitable &&
             (answer.file.empty() || answer.file == said.file);
    });
  }

  const ContentModel& model_;
  const EditorialPolicy policy_;
};

}  // namespace

std::unique_ptr<SaidCheck> make_policy_check(const CheckInput& input) {
  if (!input.policy) return nullptr;
  return std::make_unique<PolicyCheck>(input.site.model, *input.policy);
}

}  // namespace mektep
