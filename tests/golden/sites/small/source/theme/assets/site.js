// A school replaces a script of the theme; the bytes of the theme itself are no part of this golden site.
