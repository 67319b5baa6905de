// ICT-20…22: files are published as they are, so what is personal in one can only be kept back with all of
// it.
#pragma once
#include <set>
#include <string>

#include "base/finding.h"
#include "facts/consent.h"
#include "media/media.h"
#include "names/private_name.h"

namespace mektep {

struct FileGate {
  std::set<std::string> withheld;  // paths of the files that may not be published as they are
  Findings findings;               // of them and of the others; none blocks
};

// Reads every file that would be published: PDFs, Word documents, texts, drawings, the notes of scans. What
// would block in a text is a warning here, beside one that the file is withheld.
FileGate look_into_files(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                         const Media& media, const PrivateNames& private_names, unsigned jobs);

}  // namespace mektep
