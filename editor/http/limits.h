// How much one request may ask of the server. One place for all numbers.
#pragma once
#include <cstddef>

namespace mektep::editor {

struct Limits {
  std::size_t header_bytes = 8 * 1024;  // of one line of the head, the first one with its address included
  std::size_t headers = 100;
  std::size_t head_bytes = 64 * 1024;
  std::size_t form_bytes = 1u << 20;
  std::size_t upload_bytes = 20u << 20;
  std::size_t form_fields = 1000;
  std::size_t json_values = 5000;  // of a request: the fields of a form as pairs, with room
  int request_seconds = 30;        // from the first byte of a request to its last
  int keep_alive_seconds = 5;      // between two requests
  std::size_t threads = 64;        // connections that are answered at the same time
};

}  // namespace mektep::editor
