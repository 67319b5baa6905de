// Brings a content model up to a snapshot that differs little from the one it was loaded from.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "content/model.h"

namespace mektep {

// Paths of the files that are not the same in both, sorted.
std::vector<std::string> changed_files(const Snapshot& before, const Snapshot& now);

// The entries whose texts `changed` are, sorted; nullopt when something else is among them.
std::optional<std::vector<std::string>> entries_of_texts(const std::vector<std::string>& changed);

// An entry as load_content makes it of `now`, with the consents of `model`; nullopt: no text is left of it.
// Findings are not told: this is for looking at a text while it is written.
std::expected<std::optional<Entry>, Finding> read_entry(const std::string& path, const Snapshot& now,
                                                        const SchemaSet& schemas, const ContentModel& model);

// Puts an entry into its place, or takes it out. Entries of the model may move.
void replace_entry(ContentModel& model, const std::string& path, std::optional<Entry> entry);

// Whether `now` differs from `before` at most in what is read when a page is rendered: its words, not where
// and among what it stands.
bool differs_in_words_only(const Entry& before, const Entry& now);
// Gives such an entry its new words. It stays where it is, and so do views of its path.
void replace_words(Entry& entry, Entry now);

}  // namespace mektep
