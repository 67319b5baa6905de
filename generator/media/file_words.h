// What a file that is published as it is says in words: a PDF, a Word document, a drawing, a text, the notes
// of a scan.
#pragma once
#include <string>

#include "media/media.h"

namespace mektep {

struct FileWords {
  std::string text;        // of its pages; empty when it has none that a program can read
  std::string properties;  // beside them: title, author, comments
};

// Empty for whatever has no words, cannot be read or is not published as it is. Safe in every thread.
FileWords read_file_words(const Snapshot& snapshot, const Media& media, const Asset& asset);

}  // namespace mektep
