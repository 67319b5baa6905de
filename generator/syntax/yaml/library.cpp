// The one file that sees yaml-cpp (0.7). What had to be learnt about it: Mark::line counts from 0 and
// Mark::pos is a byte offset; an unterminated quote, a repeated key and a second document without `---` pass
// in silence; a fault anywhere ends the reading, so we start again at the next member of the outermost map.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>
#ifdef __clang_analyzer__  // clang-tidy takes the forward declaration of YAML::Node for a slip of ours
#include <yaml-cpp/node/node.h>
#endif

#include <istream>
#include <streambuf>
#include <unordered_set>

#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/source_text.h"
#include "syntax/yaml/reader.h"

namespace mektep {
namespace {

constexpr std::size_t max_findings = 100;  // of one file
constexpr int max_restarts = 25;

// Reads a string_view without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view view) {
    char* begin = const_cast<char*>(view.data());  // never written: there is no overflow() or pbackfail()
    setg(begin, begin, begin + view.size());
  }
};

struct TooDeep {
  std::size_t offset;
};
struct TooMany {};

class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const std::string& file, Findings& findings, const YamlOptions& options)
      : text_(text), file_(file), findings_(findings), options_(options), marks_(text, options.first_line) {}

  void begin_at(std::size_t offset) { base_ = offset; }
  void report(const Rule& rule, std::size_t offset, const std::string& found = {},
              std::vector<Param> params = {}) {
    if (closing_) return;
    findings_.emplace_back(rule, Place{file_, marks_.at(offset)}, field(), excerpt(found), std::move(params));
    if (++reported_ > max_findings) throw TooMany{};
  }
  std::size_t offset(const YAML::Mark& mark) const {
    return mark.is_null() ? text_.size() : std::min(text_.size(), base_ + static_cast<std::size_t>(mark.pos));
  }

  // Documents. Only one is welcome.
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  // Closes whatever is open, after a fault: what has been read so far stays.
  void close_all() {
    closing_ = true;  // half of a map has faults that are nobody's
    while (!open_.empty()) close();
    closing_ = false;
  }
  Node take_root() { return std::move(root_); }
  Node& root() { return root_; }
  bool reads_list() const { return open_.empty() ? root_.is_list() : open_.front().node.is_list(); }
  // Continues the outermost map, keeping its members before `offset` and the one at it.
  void reopen(std::size_t offset) {
    const Mark mark = marks_.at(offset);
    std::erase_if(root_.members, [&](const Node::Member& member) { return member.mark > mark; });
    resumed_ = std::move(root_);
    root_ = {};
  }
  void finish() {
    if (resumed_.is_map()) root_ = std::move(resumed_);
    resumed_ = {};
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_properties(mark, "?", anchor);
    add({}, mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report(rules::yaml_anchor, offset(mark), word_at(offset(mark)));
    add({}, mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_properties(mark, tag, anchor);
    Node node;
    node.kind = Node::Kind::scalar;
    node.quoted = tag == "!";
    node.text = value;
    if (node.quoted)
      check_quoted(node.text, offset(mark));
    else
      check_plain(value, offset(mark));
    add(std::move(node), mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::map, mark, tag, anchor);
    open_.back().flow = style == YAML::EmitterStyle::Flow;
  }
  void OnMapEnd() override { close(); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    report(rules::yaml_anchor, offset(mark), word_at(offset(mark)));
  }

 private:
  struct Frame {
    Node node;
    std::size_t offset = 0;
    bool has_key = false;  // of a map: the key has been read, its value is next
    bool flow = false;     // written in brackets
    bool drop = false;     // the value of a key that cannot be used
    std::string key;
    Mark key_mark;
    std::size_t key_offset = 0;
    bool key_quoted = false;
    std::unordered_set<std::string> keys;
  };

  std::string field() const {
    std::string path;
    for (const Frame& frame : open_) {
      if (frame.node.is_list()) {
        path += fmt::format("[{}]", frame.node.items.size());
      } else if (frame.has_key) {
        if (!path.empty()) path += '.';
        path += excerpt(frame.key);
      }
    }
    return path;
  }

  std::string word_at(std::size_t offset) const {
    return std::string(
        text_.substr(offset, std::min<std::size_t>(text_.find_first_of(" \n\r", offset) - offset, 200)));
  }

  void check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t) {
    const std::size_t at = offset(mark);
    const bool sign = at < text_.size() && text_[at] == '!';  // "!" is also the tag of everything in quotes
    if (sign || (tag != "?" && tag != "!" && !tag.empty()))
      report(rules::yaml_tag, offset(mark), word_at(offset(mark)));
  }

  // The library takes the end of the text for a closing quote, and lets a quote run over lines that are none
  // of its own.
  void check_quoted(std::string& value, std::size_t begin) {
    const char quote = begin < text_.size() ? text_[begin] : ' ';
    if (quote == '"' || quote == '\'') {
      const std::size_t end = quoted_end(text_, begin);
      if (end == std::string_view::npos) throw YamlFault{&rules::yaml_open_quote, begin, rest_of_line(begin)};
      if (runs_over_member(text_, begin, end))
        throw YamlFault{&rules::yaml_open_quote, begin, rest_of_line(begin)};
    }
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F) {
        report(rules::text_control_character, begin, fmt::format("U+{:04X}", byte));
        value.clear();
        return;
      }
    }
  }
  std::string rest_of_line(std::size_t begin) const {
    return std::string(trim(text_.substr(begin, std::min<std::size_t>(marks_.line_end(begin) - begin, 400))));
  }
  void check_plain(std::string_view value, std::size_t at) {
    if (open_.empty()) return;
    const Frame& frame = open_.back();
    const bool own_line = frame.has_key && marks_.line_start(at) != marks_.line_start(frame.key_offset);
    if (const auto fault = fault_of_plain(text_, at, value, own_line))
      report(*fault->rule, fault->offset, fault->found);
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check_properties(mark, tag, anchor);
    if (open_.size() >= options_.max_depth) throw TooDeep{offset(mark)};
    Frame& frame = open_.emplace_back();
    frame.offset = offset(mark);
    if (open_.size() == 1 && kind == Node::Kind::map && resumed_.is_map()) {
      frame.node = std::move(resumed_);
      resumed_ = {};
      for (const Node::Member& member : frame.node.members) frame.keys.insert(member.key);
      return;
    }
    frame.node.kind = kind;
    frame.node.mark = marks_.at(frame.offset);
  }

  void close() {
    Frame frame = std::move(open_.back());
    open_.pop_back();
    if (frame.has_key && !frame.drop) {  // only after a fault: the value never came
      frame.node.members.push_back({std::move(frame.key), frame.key_mark, {}});
      frame.node.members.back().value.mark = frame.key_mark;
    }
    place(std::move(frame.node), frame.offset);
  }

  void add(Node node, const YAML::Mark& mark) {
    const std::size_t at = offset(mark);
    node.mark = marks_.at(at);
    place(std::move(node), at);
  }

  void place(Node node, std::size_t at) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = open_.back();
    if (frame.node.is_list()) {
      if (node.is_null()) node.mark = marks_.at(dash_before(at));
      frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
      take_key(frame, std::move(node), at);
    } else {
      if (node.is_null()) {
        node.mark = frame.key_mark;
        if (at == frame.key_offset && !frame.flow && !frame.drop && !closing_) check_colon(frame);
        if (frame.flow && !frame.key_quoted && !frame.drop && mend_lone_key(frame)) return;
      }
      if (!frame.drop) frame.node.members.push_back({std::move(frame.key), frame.key_mark, std::move(node)});
      frame.has_key = false;
    }
  }

  // The library places an empty item at the token behind it.
  std::size_t dash_before(std::size_t at) const {
    const std::size_t sign = at == 0 ? std::string_view::npos : text_.find_last_not_of(" \r\n", at - 1);
    return sign != std::string_view::npos && text_[sign] == '-' ? sign : at;
  }

  // The library takes a lone text at the end of a map for a key.
  void check_colon(const Frame& frame) {
    std::size_t at = frame.key_offset;
    const bool quoted = text_[at] == '"' || text_[at] == '\'';
    at = quoted ? quoted_end(text_, at) : at + frame.key.size();
    at = text_.find_first_not_of(' ', std::min(at, text_.size()));
    if (at != std::string_view::npos && text_[at] == ':') return;
    throw explain_yaml_error(text_, marks_.line_start(frame.key_offset), frame.key_offset, "");
  }

  // `{ky:Ош}` and `{ky: Ош, Нарын}`: reported, and taken as they were meant. False: the key has its colon.
  bool mend_lone_key(Frame& frame) {
    const bool follows = !frame.node.members.empty() && frame.node.members.back().value.is_scalar();
    auto fault = fault_of_lone_key(text_, frame.key_offset, frame.key, follows);
    if (!fault) return false;
    frame.has_key = false;
    if (fault->rule == &rules::yaml_comma_in_text)
      fault->found = fmt::format("{}, {}", frame.node.members.back().value.text, frame.key);
    report(*fault->rule, fault->offset, fault->found);
    if (fault->rule == &rules::yaml_colon_space) {
      const std::size_t colon = frame.key.find(':');
      Node value;
      value.kind = Node::Kind::scalar;
      value.mark = marks_.at(frame.key_offset + colon + 1);
      value.text = frame.key.substr(colon + 1);
      frame.node.members.push_back({frame.key.substr(0, colon), frame.key_mark, std::move(value)});
    } else if (follows) {
      frame.node.members.back().value.text = fault->found;
    }
    return true;
  }

  void take_key(Frame& frame, Node node, std::size_t at) {
    const Mark mark = node.mark;
    if (!node.is_scalar()) {
      report(rules::yaml_key_not_text, at, rest_of_line(at));
      frame.drop = true;
      frame.key.clear();
    } else {
      frame.drop = !frame.keys.insert(node.text).second;
      if (frame.drop) {
        const auto first = std::find_if(frame.node.members.begin(), frame.node.members.end(),
                                        [&](const Node::Member& member) { return member.key == node.text; });
        const std::uint32_t line = first == frame.node.members.end() ? 0 : first->mark.line;
        report(rules::yaml_duplicate_key, at, node.text, {{"line", fmt::format("{}", line)}});
      }
      if (!node.quoted) {
        if (const auto fault = fault_of_key(node.text))
          report(*fault, at, fault == &rules::yaml_space ? "U+00A0" : node.text);
      }
      frame.key_quoted = node.quoted;
      frame.key = std::move(node.text);
    }
    frame.has_key = true;
    frame.key_mark = mark;
    frame.key_offset = at;
  }

  std::string_view text_;
  const std::string& file_;
  Findings& findings_;
  const YamlOptions& options_;
  Marks marks_;
  std::size_t base_ = 0;
  std::size_t reported_ = 0;
  bool closing_ = false;
  std::vector<Frame> open_;
  Node root_, resumed_;
};

// `key: rest` of the line that holds the fault: the rest is what the author meant, taken as plain text.
void keep_as_text(Builder& builder, std::string_view text, std::size_t begin, Marks& marks) {
  const std::string_view line = text.substr(begin, marks.line_end(begin) - begin);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !begins_member(fmt::format("{}:", line.substr(0, colon)))) return;
  std::string_view value = trim(line.substr(colon + 1));
  if (value.empty()) return;
  const auto at = static_cast<std::size_t>(value.data() - text.data());
  if (value.front() == '"' || value.front() == '\'') value.remove_prefix(1);
  Node::Member member{std::string(trim(line.substr(0, colon))), marks.at(begin), {}};
  member.value.kind = Node::Kind::scalar;
  member.value.quoted = true;
  member.value.mark = marks.at(at);
  member.value.text = value;
  Node& root = builder.root();
  if (!root.is_map()) {
    root = {};
    root.kind = Node::Kind::map;
    root.mark = member.mark;
  }
  std::erase_if(root.members, [&](const Node::Member& other) { return other.mark == member.mark; });
  if (root.get(member.key) == nullptr) root.members.push_back(std::move(member));
}

// Reads from `begin` to the end or the first fault.
std::optional<YamlFault> read_once(Builder& builder, std::string_view text, std::size_t begin) {
  ViewBuffer buffer(text.substr(begin));
  std::istream stream(&buffer);
  try {
    builder.begin_at(begin);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder) || !parser) return std::nullopt;
    // Something stands behind the document: a second one, or a line that fits nowhere.
    struct Start : YAML::EventHandler {
      std::optional<YAML::Mark> mark;
      void OnDocumentStart(const YAML::Mark& at) override {
        mark = at;
        throw TooMany{};
      }
      void OnDocumentEnd() override {}
      void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
      void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
      void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
      void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                           YAML::EmitterStyle::value) override {}
      void OnSequenceEnd() override {}
      void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                      YAML::EmitterStyle::value) override {}
      void OnMapEnd() override {}
    } start;
    try {
      if (!parser.HandleNextDocument(start)) return std::nullopt;
    } catch (const TooMany&) {
      const std::size_t at = builder.offset(*start.mark);
      if (text.substr(at).starts_with("---") || text.substr(at).starts_with("...")) {
        return YamlFault{&rules::yaml_many_documents, at, std::string(text.substr(at, 3))};
      }
      return explain_yaml_error(text, begin, at, "");
    }
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    return explain_yaml_error(text, begin, builder.offset(error.mark), error.msg);
  } catch (YamlFault& fault) {
    return std::move(fault);
  }
}

}  // namespace

Node read_yaml_with_library(std::string_view text, const std::string& file, Findings& findings,
                            const YamlOptions& options) {
  Builder builder(text, file, findings, options);
  Marks marks(text, options.first_line);
  const std::size_t before = findings.size();
  try {
    std::size_t begin = 0;
    for (int round = 0; round <= max_restarts && begin < text.size(); ++round) {
      const std::size_t first = text.find_first_not_of(" \n\r\t", begin);
      if (first != std::string_view::npos && text[first] == '%') {
        builder.report(rules::yaml_directive, first, "%");
        return {};
      }
      const auto fault = read_once(builder, text, begin);
      const bool restartable = !builder.reads_list();
      builder.close_all();
      builder.finish();
      if (!fault) break;
      // At the end of the text the library takes an open bracket for a key first.
      const Mark mark = marks.at(fault->offset);
      std::erase_if(findings, [&](const Finding& other) {
        return other.rule == &rules::yaml_key_not_text && other.place.file == file &&
               other.place.mark.line == mark.line;
      });
      builder.report(*fault->rule, fault->offset, fault->found);
      if (!restartable || fault->rule == &rules::yaml_many_documents) break;
      const std::size_t member = member_begin(text, fault->offset, begin);
      const std::size_t next = next_member(text, marks.line_end(fault->offset) + 1);
      builder.reopen(member);
      builder.finish();
      if (member == marks.line_start(fault->offset)) keep_as_text(builder, text, member, marks);
      if (next >= text.size()) break;
      builder.reopen(next);
      begin = next;
    }
  } catch (const TooDeep& deep) {
    builder.close_all();
    builder.finish();
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(before),
                   findings.end());  // all of it is noise
    findings.emplace_back(rules::yaml_too_deep, Place{file, marks.at(deep.offset)}, "", "",
                          std::vector<Param>{{"limit", fmt::format("{}", options.max_depth)}});
  } catch (const TooMany&) {
    builder.close_all();
    builder.finish();
    findings.emplace_back(rules::yaml_too_many, Place{file, {}});
  }
  return builder.take_root();
}

}  // namespace mektep
