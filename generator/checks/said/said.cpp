#include "checks/said/said.h"

#include "base/parallel.h"
#include "base/text.h"
#include "facts/publication.h"
#include "media/file_words.h"

namespace mektep {

namespace {

class Speaker {
 public:
  Speaker(const VisitSaid& visit, Findings& findings) : visit_(visit), findings_(findings) {}

  void say(Said& said, std::string_view text, Mark mark) {
    if (text.empty()) return;
    said.marks.assign(1, {0, mark});
    say_pieces(said, text);
  }
  void say_pieces(Said& said, std::string_view text) {
    if (text.empty()) return;
    thread_local TextWords words;
    said.text = text;
    said.words = nullptr;
    if (said.in != SaidIn::address) {
      words.read(text);
      said.words = &words;
    }
    visit_(said, findings_);
  }

  // Every scalar below `node`; below the keys ky and ru in that language.
  void values(Said& said, const Node& node, const std::string& field) {
    const auto locale = said.locale;
    if (node.is_scalar()) {
      said.field = field;
      say(said, node.text, node.mark);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
      values(said, node.items[i], fmt::format("{}[{}]", field, i));
    for (const Node::Member& member : node.members) {
      const auto own = parse_locale(member.key);
      if (own) said.locale = own;
      values(said, member.value, field.empty() ? member.key : field + "." + member.key);
      said.locale = locale;
    }
  }
  void record(SaidIn in, const std::string& file, const Node& data, const Person* person = nullptr) {
    Said said;
    said.in = in;
    said.file = file;
    said.person = person;
    values(said, data, "");
  }
  void address(const std::string& file, std::string_view text, Mark mark = {}, const Entry* entry = nullptr) {
    Said said;
    said.in = SaidIn::address;
    said.file = file;
    said.entry = entry;
    say(said, text, mark);
  }

 private:
  const VisitSaid& visit_;
  Findings& findings_;
};

// The words of a block of inline text without its mark-up, and which piece came from where.
void read_block(const Markdown& tree, std::uint32_t block, std::string& words, Said& said) {
  words.clear();
  said.marks.clear();
  // Nodes are in document order, and inside of such a block there are inline nodes only; a row of a table is
  // one sentence, «Окуучулар | 312».
  for (std::uint32_t i = block + 1; i < tree.nodes.size(); ++i) {
    const MdNode& node = tree.nodes[i];
    if (node.type < MdType::text && node.type != MdType::table_cell) break;
    if (node.type == MdType::table_cell) {
      if (!said.marks.empty()) words += " | ";
    } else if (node.type == MdType::text || node.type == MdType::code) {
      said.marks.emplace_back(words.size(), node.mark);
      words += node.text;
    } else if (node.type == MdType::soft_break || node.type == MdType::line_break) {
      words += '\n';
    } else if (node.type == MdType::shortcode) {
      words += ' ';
    }
  }
  if (said.marks.empty()) said.marks.emplace_back(0, tree.nodes[block].mark);
}

void say_body(const Markdown& body, Said& said, Speaker& speaker, const Entry& entry,
              const std::string& file) {
  thread_local std::string words;
  for (std::uint32_t i = 1; i < body.nodes.size(); ++i) {
    const MdNode& node = body.nodes[i];
    if (node.type == MdType::paragraph || node.type == MdType::heading || node.type == MdType::table_row ||
        node.type == MdType::table_head) {
      read_block(body, i, words, said);
      speaker.say_pieces(said, words);
    } else if (node.type == MdType::code_block) {
      speaker.say(said, node.text, node.mark);
    } else if (node.type == MdType::link || node.type == MdType::image) {
      speaker.say(said, node.title, node.mark);
      speaker.address(file, node.extra, node.mark, &entry);
    }
  }
  // What names a record is no text.
  static constexpr std::string_view names[] = {"id",       "path", "src",  "file",
                                               "document", "url",  "href", "from"};
  for (const Shortcode& shortcode : body.shortcodes) {
    for (const Shortcode::Argument& argument : shortcode.arguments) {
      const bool name = std::ranges::find(names, argument.key) != std::end(names);
      if (!name && !argument.key.empty()) speaker.say(said, argument.value, argument.mark);
    }
  }
}

void say_entry(const Entry& entry, Date today, Speaker& speaker) {
  if (!is_published(entry, today)) return;
  speaker.address(entry.any().file, entry.path, {1, 1}, &entry);
  // Keys whose values are names of files, records and days.
  static constexpr std::string_view no_text[] = {
      "date",  "start", "end",      "until",           "shown_until", "kind", "tags",
      "image", "draft", "consents", "translated_from", "pictures",    "order"};
  for (const Locale locale : all_locales) {
    const Translation* text = entry.in(locale);
    if (!text) continue;
    Said said;
    said.entry = &entry;
    said.file = text->file;
    said.locale = locale;
    for (const Node::Member& member : text->data.members) {
      if (std::ranges::find(no_text, member.key) != std::end(no_text)) continue;
      if (member.key == "slug" || member.key == "aliases") {
        for (const Node& alias : member.value.items)
          speaker.address(text->file, alias.text, alias.mark, &entry);
        speaker.address(text->file, member.value.text, member.value.mark, &entry);
      } else {
        speaker.values(said, member.value, member.key);
      }
    }
    said.field.clear();
    say_body(text->body, said, speaker, entry, text->file);
  }
}

void say_person(const Person& person, Speaker& speaker) {
  static constexpr std::string_view own[] = {"name", "photo", "phones", "email", "consent", "kind"};
  for (const Node::Member& member : person.data.members) {
    if (std::ranges::find(own, member.key) != std::end(own)) continue;
    Said said;
    said.in = SaidIn::fact;
    said.file = person.file;
    said.person = &person;
    speaker.values(said, member.value, member.key);
  }
}

// A table of books has a column of authors: who has published a book is no secret.
bool is_book_list(std::string_view table) {
  const std::string_view header = table.substr(0, table.find('\n'));
  return header.find("Автор") != std::string_view::npos;
}

void say_words_of(const Snapshot& snapshot, const Media& media, const Asset& asset, Speaker& speaker) {
  Said said;
  said.file = asset.path;
  const FileWords words = read_file_words(snapshot, media, asset);
  said.in = asset.type == FileType::text && is_book_list(words.text) ? SaidIn::books : SaidIn::document;
  speaker.say(said, words.text, {});
  said.in = SaidIn::properties;
  speaker.say(said, words.properties, {});
}

void say_file(const CheckInput& input, const Asset& asset, Speaker& speaker) {
  say_words_of(input.site.snapshot, input.site.media, asset, speaker);
  if (!Media::has_renditions(asset)) speaker.address(asset.path, asset.path);
  if (!asset.sidecar.empty()) {
    static constexpr std::string_view keys[] = {"alt", "caption", "author", "source", "licence"};
    for (const Node::Member& member : asset.data.members) {
      if (std::ranges::find(keys, member.key) == std::end(keys)) continue;
      Said beside;
      beside.in = SaidIn::side_car;
      beside.file = asset.sidecar;
      speaker.values(beside, member.value, member.key);
    }
  }
}

using Jobs = std::vector<std::function<void(Speaker&)>>;

void run(const Jobs& jobs, unsigned threads, Findings& findings, const VisitSaid& visit) {
  std::vector<Findings> found(jobs.size());
  parallel_for(jobs.size(), threads, [&](std::size_t i) {
    Speaker speaker(visit, found[i]);
    jobs[i](speaker);
  });
  for (Findings& some : found) append(findings, std::move(some));
}

}  // namespace

Place Said::place(std::size_t offset) const {
  Mark mark;
  std::size_t begin = 0;
  for (const auto& [at, where] : marks) {
    if (at > offset) break;
    begin = at;
    mark = where;
  }
  if (mark.line == 0) return {std::string(file), mark};
  // Texts in quotes or with escapes begin a little further on: the place is then near, not exact.
  const std::string_view before = text.substr(begin, offset - begin);
  if (before.find('\n') == std::string_view::npos)
    mark.column += static_cast<std::uint32_t>(count_code_points(before));
  return {std::string(file), mark};
}

void for_all_said(const CheckInput& input, Findings& findings, const VisitSaid& visit) {
  const ContentModel& model = input.site.model;
  Jobs jobs;
  jobs.reserve(model.entries.size() + 1);
  for (const Entry& entry : model.entries)
    jobs.emplace_back([&](Speaker& speaker) { say_entry(entry, input.site.facts.today, speaker); });
  jobs.emplace_back([&](Speaker& speaker) {
    speaker.record(SaidIn::fact, "site.yaml", model.site.data);
    for (const auto& [unused, file] : model.school) speaker.record(SaidIn::fact, file.file, file.data);
    for (const Person& person : model.people) say_person(person, speaker);
    for (const Document& document : model.documents) {
      speaker.record(SaidIn::record, document.file, document.data);
      speaker.address(document.file, document.id, {1, 1});
    }
    for (const Redirect& redirect : model.redirects)
      speaker.address(redirect.place.file, redirect.from, redirect.place.mark);
  });
  for (const Asset& asset : model.assets) {
    if (input.site.facts.consents.publish(asset))
      jobs.emplace_back([&](Speaker& speaker) { say_file(input, asset, speaker); });
  }
  run(jobs, input.jobs, findings, visit);
}

void for_all_said_in_files(const FilesToRead& files, Findings& findings, const VisitSaid& visit) {
  Jobs jobs;
  for (const Asset& asset : files.model.assets) {
    if (files.consents.publish(asset))
      jobs.emplace_back([&](Speaker& speaker) { say_words_of(files.snapshot, files.media, asset, speaker); });
  }
  run(jobs, files.jobs, findings, visit);
}

}  // namespace mektep
