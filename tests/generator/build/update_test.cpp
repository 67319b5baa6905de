// A site brought up to another snapshot is byte for byte the site that is prepared from it.
#include "build/update.h"

#include <random>

#include "build/render.h"

using namespace mektep;

namespace {

using Edits = std::vector<std::pair<std::string, std::optional<std::string>>>;
using Files = std::map<std::string, std::string>;

BuildOptions options() {
  BuildOptions options;
  options.repository = MEKTEP_ROOT "/content";
  options.data_folder = MEKTEP_ROOT;
  options.today = Date{2026, 11, 21};
  options.draft = true;
  options.jobs = 2;
  return options;
}

std::shared_ptr<const Snapshot> school() {
  static const std::shared_ptr<const Snapshot> opened = open_working_tree(MEKTEP_ROOT "/content").value();
  return opened;
}

// Everything but what texts of entries cannot change: pictures and documents take their time.
Files render(const PreparedSite& site) {
  Files files;
  for (const PlannedOutput& output : site.pages.outputs()) {
    std::string& bytes = files[output.file];
    if (output.file.starts_with("assets/") || output.file.starts_with("documents/")) continue;
    REQUIRE(render_file(site, output, bytes));
  }
  return files;
}

std::vector<std::string> texts() {
  std::vector<std::string> all;
  for (const SourceFile& file : school()->files()) {
    if (file.path.ends_with(".md") && file.path.find("/index.") != std::string::npos)
      all.push_back(file.path);
  }
  return all;
}

// What somebody at a keyboard may do to a text.
std::optional<std::string> edited(std::string text, std::mt19937& random) {
  const auto up_to = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
  switch (random() % 6) {
    case 0:
      return std::nullopt;
    case 1:
      return text + "\n\nЖаңы абзац **калың** менен.\n";
    case 2:
      return text + fmt::format("\n\n## Бөлүм {}\n\n{{{{< contact >}}}}\n", up_to(100));
    case 3: {
      const std::size_t title = text.find("title: ");
      if (title != std::string::npos) text.insert(title + 7, fmt::format("Аталыш {} ", up_to(100)));
      return text;
    }
    case 4: {
      const std::size_t end = text.find("\n---", 4);
      if (end != std::string::npos && text.find("\ntags:") == std::string::npos)
        text.insert(end, fmt::format("\ntags: [tema-{}]", up_to(5)));
      return text;
    }
    default:
      return text.substr(0, up_to(text.size()) / 2 * 2);  // torn, perhaps in the middle of a letter
  }
}

}  // namespace

TEST_CASE("random edits of texts give the bytes of a whole preparation") {
  std::mt19937 random(20261121);
  auto site = prepare_site(options(), school()).value();
  const std::vector<std::string> all = texts();
  Edits edits;
  for (int round = 0; round < 4; ++round) {
    if (round == 2) edits.clear();  // all of it taken back
    for (std::size_t count = 1 + random() % 3; count > 0; --count) {
      const std::string& path = all[random() % all.size()];
      edits.emplace_back(path, edited(school()->read(*school()->find(path)).value(), random));
    }
    edits.emplace_back("news/2026/jany-kabar/index.ky.md",
                       "---\ntitle: Жаңы кабар\ndate: 2026-11-20\n---\n\nТекст.\n");
    const std::shared_ptr<const Snapshot> now = make_overlay(school(), edits);
    REQUIRE(update_site(site, now));
    const auto whole = prepare_site(options(), now).value();
    CHECK(render(*site) == render(*whole));
  }
}

TEST_CASE("words alone are replaced without planning anew") {
  auto site = prepare_site(options(), school()).value();
  const PreparedSite* const before = site.get();
  const std::string path = "news/2026/mugalimder-kunu/index.ky.md";
  const std::string text = school()->read(*school()->find(path)).value();
  for (const std::string typed : {"Биринчи.", ""}) {
    const std::string words = text + "\n" + typed + "\n";
    const std::shared_ptr<const Snapshot> now = make_overlay(school(), {{path, words}});
    REQUIRE(update_site(site, now));
    CHECK(site.get() == before);
    CHECK(site->planned == school());
    CHECK(render(*site) == render(*prepare_site(options(), now).value()));
  }
  // An address is no word, nor is a title: of them the plan is made, share cards of the latter.
  for (const auto& [place, words] :
       {std::pair("\n---", "\nslug: kun"), std::pair("title: ", "title: Эми ")}) {
    const std::string other = std::string(text).replace(text.find(place, 4), place[0] == 't' ? 7 : 0, words);
    const std::shared_ptr<const Snapshot> now = make_overlay(school(), {{path, other}});
    REQUIRE(update_site(site, now));
    CHECK(site->planned == now);
    CHECK(render(*site) == render(*prepare_site(options(), now).value()));
  }
}

TEST_CASE("a text that begins to name somebody who may not be named goes, and comes back") {
  const std::string consent = "consents/c-0001.yaml", news = "news/2026/mugalimder-kunu/index.ky.md";
  std::string ended = school()->read(*school()->find(consent)).value();
  ended.replace(ended.find("until: 2027"), 11, "until: 2026")
      .replace(ended.find("until: 2026") + 7, 10, "2026-11-01");
  const std::shared_ptr<const Snapshot> base = make_overlay(school(), {{consent, ended}});
  const std::string text = school()->read(*school()->find(news)).value();
  auto site = prepare_site(options(), base).value();
  const std::size_t others = site->facts.withheld_texts.size();
  for (const bool named : {true, false}) {
    const std::shared_ptr<const Snapshot> now =
        make_overlay(base, {{news, text + (named ? "\nГүлзат Мамбетова айтты.\n" : "\nАл айтты.\n")}});
    REQUIRE(update_site(site, now));
    const auto whole = prepare_site(options(), now).value();
    CHECK((site->pages.find("news/2026/mugalimder-kunu/index.html") == nullptr) == named);
    CHECK(site->facts.withheld_texts.size() == others + (named ? 1 : 0));
    CHECK(site->facts.withheld_texts.size() == whole->facts.withheld_texts.size());
    CHECK(render(*site) == render(*whole));
  }
}

TEST_CASE("what is no text of an entry has to be prepared anew") {
  auto site = prepare_site(options(), school()).value();
  const std::string path = "school/organisation.yaml";
  const std::string bytes = school()->read(*school()->find(path)).value();
  CHECK_FALSE(update_site(site, make_overlay(school(), {{path, bytes + "# \n"}})));
  CHECK(site == nullptr);
}

TEST_CASE("a snapshot of the same files changes nothing") {
  auto site = prepare_site(options(), school()).value();
  const PreparedSite* before = site.get();
  CHECK(update_site(site, make_overlay(school(), {})));
  CHECK(site.get() == before);
}
