// Lists of entries follow the repository from one snapshot to the next.
#include "editor/forms/entry_index.h"

#include "editor/forms/forms_testing.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

// Files with ids as git gives them: the same bytes have the same id.
class Files final : public Snapshot {
 public:
  explicit Files(std::map<std::string, std::string> contents) : contents_(std::move(contents)) {
    std::vector<SourceFile> files;
    for (const auto& [path, bytes] : contents_)
      files.push_back({path, bytes.size(), fmt::format("{:040x}", std::hash<std::string>()(bytes)), 0});
    adopt(std::move(files), {}, {});
  }
  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    ++reads;
    return contents_.at(file.path);
  }
  mutable int reads = 0;

 private:
  std::map<std::string, std::string> contents_;
};

std::string news(const std::string& title, const std::string& date) {
  return fmt::format("---\ntitle: {}\ndate: {}\n---\n\nСөз.\n", title, date);
}

std::vector<std::string> titles(const EntryIndex& index, const Snapshot& files, Language language) {
  std::vector<std::string> titles;
  for (const auto& each : *index.list(files, "news", language)) titles.push_back(each->title.in(language));
  return titles;
}

}  // namespace

TEST_CASE("a list reads again only what has changed, and puts it into its place") {
  const EntryIndex index(test::schemas());
  std::map<std::string, std::string> contents{
      {"news/a/index.ky.md", news("Эски", "2026-01-01")},
      {"news/b/index.ky.md", news("Жаңы", "2026-03-01")},
      {"news/b/index.ru.md", news("Новое", "2026-03-01")},
      {"news/b/photo.jpg", "no text"},
      {"news/c/index.ky.md", news("Ортодогу", "2026-02-01")},
  };
  const Files first(contents);
  CHECK(titles(index, first, Language::ky) == std::vector<std::string>{"Жаңы", "Ортодогу", "Эски"});
  CHECK(titles(index, first, Language::ru) == std::vector<std::string>{"Новое", "Ортодогу", "Эски"});
  CHECK(first.reads == 4);

  contents["news/a/index.ky.md"] = news("Эң жаңы", "2026-04-01");
  contents.erase("news/c/index.ky.md");
  contents["news/d/index.ky.md"] = news("Кошулду", "2026-03-01");
  const Files second(contents);
  CHECK(titles(index, second, Language::ky) == std::vector<std::string>{"Эң жаңы", "Жаңы", "Кошулду"});
  CHECK(titles(index, second, Language::ru) == std::vector<std::string>{"Эң жаңы", "Кошулду", "Новое"});
  CHECK(second.reads == 2);
  CHECK(titles(index, first, Language::ky) == std::vector<std::string>{"Жаңы", "Ортодогу", "Эски"});
}

TEST_CASE("a language that goes leaves the other one's name") {
  const EntryIndex index(test::schemas());
  const Files both({{"news/b/index.ky.md", news("Жаңы", "2026-03-01")},
                    {"news/b/index.ru.md", news("Новое", "2026-03-01")}});
  CHECK(titles(index, both, Language::ru) == std::vector<std::string>{"Новое"});
  const Files one({{"news/b/index.ky.md", news("Жаңы", "2026-03-01")}});
  CHECK(titles(index, one, Language::ru) == std::vector<std::string>{"Жаңы"});
}

TEST_CASE("a large change gives the same list as a fresh start") {
  std::map<std::string, std::string> contents;
  for (int i = 0; i < 300; ++i)
    contents[fmt::format("news/n-{}/index.ky.md", i)] =
        news(fmt::format("Кабар {}", i * 7 % 100), fmt::format("2026-01-{:02}", 1 + i % 28));
  const EntryIndex followed(test::schemas()), fresh(test::schemas());
  (void)titles(followed, Files(contents), Language::ky);
  for (int i = 0; i < 200; ++i)
    contents[fmt::format("news/n-{}/index.ky.md", i)] =
        news(fmt::format("Кабар {}", i * 3 % 50), fmt::format("2026-02-{:02}", 1 + i % 28));
  const Files now(contents);
  CHECK(titles(followed, now, Language::ky) == titles(fresh, now, Language::ky));
}

TEST_CASE("sections of the school are listed whether they are written or not") {
  const EntryIndex index(test::schemas());
  const auto list = index.list(*make_memory_snapshot({}), "school", Language::ky);
  REQUIRE_FALSE(list->empty());
  CHECK(list->front()->id == "school/organisation");
  CHECK_FALSE(list->front()->title.ky.empty());
}
