// Builds the site of a revision into a folder with the generator.
#pragma once
#include <string>

#include "editor/consents/private_register.h"
#include "editor/publication/publisher.h"
#include "editor/publication/site_work.h"

namespace mektep::editor {

struct SiteBuilderOptions {
  std::string repository;    // the bare repository
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // of renditions
  unsigned jobs = 2;
  int offset_minutes = 360;
  const PrivateRegister* private_register = nullptr;  // nullptr = no names are known
};

decltype(PublisherParts::build) make_site_builder(SiteBuilderOptions options, SiteWork& work,
                                                  const Machine& machine);

}  // namespace mektep::editor
