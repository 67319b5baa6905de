// Objects of C libraries, freed when they go out of scope.
#pragma once
#include <memory>

namespace mektep {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

// Owned<git_tree, git_tree_free>.
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freer<Free>>;

// Calls a function of a C library that hands out an object through its first argument. Its answer; the object
// comes into `owned`.
template <class Handle, class Function, class... Arguments>
int take(Handle& owned, Function function, Arguments... arguments) {
  typename Handle::pointer raw = nullptr;
  const int code = function(&raw, arguments...);
  owned.reset(raw);
  return code;
}

}  // namespace mektep
