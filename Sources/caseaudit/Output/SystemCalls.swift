#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

// The C library's functions under names that methods called read, write and open do not hide.

/// Reads into a buffer; gives the number of bytes, 0 at the end, below 0 where it fails (`errno`).
func systemRead(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}

/// Writes bytes; gives how many were written, below 0 where it fails (`errno`).
func systemWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  write(descriptor, bytes, bytes.count)
}

/// Opens a file for reading; below 0 where it fails (`errno`).
func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
