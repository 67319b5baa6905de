#include "source/loose_reader.h"

#include <git2/errors.h>
#include <git2/object.h>
#include <git2/sys/odb_backend.h>
#include <zlib.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

namespace mektep {
namespace {

constexpr int beside_packs = 2;  // the priority of libgit2's packs; its own loose objects have 1
constexpr std::size_t largest = std::size_t{256} << 20;
constexpr std::size_t longest_head = 32;  // "commit 1234567890" and a NUL

// What a backend is to libgit2: a struct whose first member is its own.
struct Backend {
  git_odb_backend base{};
  std::string objects;
};

struct Loose {
  git_object_t type = GIT_OBJECT_INVALID;
  std::string bytes;
};

int damaged(const git_oid& id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), &id);
  git_error_set_str(GIT_ERROR_ODB, ("loose object " + text + " is damaged").c_str());
  return GIT_ERROR;
}

// The whole stream, unpacked; nullopt when it ends too early, goes on too long or is none.
std::optional<std::string> unpack(std::string_view packed) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string out(std::max<std::size_t>(packed.size() * 4, 256), '\0');
  int code = Z_OK;
  while (code == Z_OK && stream.total_out < largest) {
    if (stream.total_out == out.size()) out.resize(out.size() * 2);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + stream.total_out);
    stream.avail_out = static_cast<uInt>(out.size() - stream.total_out);
    code = inflate(&stream, Z_NO_FLUSH);  // Z_BUF_ERROR when nothing is left to read
  }
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return code == Z_STREAM_END ? std::optional(std::move(out)) : std::nullopt;
}

// "blob 12", a NUL and 12 bytes.
std::optional<Loose> parse(std::string text) {
  const std::size_t end = text.substr(0, longest_head).find('\0'), space = text.find(' ');
  if (end == std::string::npos || space >= end) return std::nullopt;
  Loose loose{.type = git_object_string2type(text.substr(0, space).c_str()), .bytes = {}};
  std::size_t size = 0;
  const auto [stop, error] = std::from_chars(text.data() + space + 1, text.data() + end, size);
  if (error != std::errc() || stop != text.data() + end || size != text.size() - end - 1 ||
      !git_object_typeisloose(loose.type))
    return std::nullopt;
  text.erase(0, end + 1);
  loose.bytes = std::move(text);
  return loose;
}

// GIT_ENOTFOUND: there is no such file; others may have the object.
int load(Loose& loose, const git_odb_backend* backend, const git_oid& id) {
  const auto& own = *reinterpret_cast<const Backend*>(backend);
  std::string name(GIT_OID_HEXSZ, '0');
  git_oid_fmt(name.data(), &id);
  std::ifstream file(own.objects + "/" + name.substr(0, 2) + "/" + name.substr(2), std::ios::binary);
  if (!file) return GIT_ENOTFOUND;
  // read() tells of a disk that refuses; iterators of the stream would throw.
  std::string packed, piece(std::size_t{64} << 10, '\0');
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
    packed.append(piece, 0, static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return GIT_ERROR;
  auto unpacked = unpack(packed);
  auto parsed = unpacked ? parse(std::move(*unpacked)) : std::nullopt;
  if (!parsed) return damaged(id);
  loose = std::move(*parsed);
  return GIT_OK;
}

int read(void** data, std::size_t* size, git_object_t* type, git_odb_backend* backend, const git_oid* id) {
  Loose loose;
  if (const int code = load(loose, backend, *id); code != GIT_OK) return code;
  *data = git_odb_backend_data_alloc(backend, loose.bytes.size() + 1);
  if (*data == nullptr) return GIT_ERROR;
  loose.bytes.copy(static_cast<char*>(*data), loose.bytes.size());
  *size = loose.bytes.size();
  *type = loose.type;
  return GIT_OK;
}

int read_header(std::size_t* size, git_object_t* type, git_odb_backend* backend, const git_oid* id) {
  Loose loose;
  if (const int code = load(loose, backend, *id); code != GIT_OK) return code;
  *size = loose.bytes.size();
  *type = loose.type;
  return GIT_OK;
}

void free_backend(git_odb_backend* backend) {
  delete reinterpret_cast<Backend*>(backend);
}

}  // namespace

bool read_loose_objects_safely(git_odb* odb, const std::string& objects) {
  auto own = std::make_unique<Backend>();
  if (git_odb_init_backend(&own->base, GIT_ODB_BACKEND_VERSION) != 0) return false;
  own->base.read = read;
  own->base.read_header = read_header;
  own->base.free = free_backend;
  own->objects = objects;
  if (git_odb_add_backend(odb, &own->base, beside_packs) != 0) return false;
  (void)own.release();  // libgit2 frees it with the odb
  return true;
}

}  // namespace mektep
