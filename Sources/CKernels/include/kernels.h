// The few loops that want a vector instruction; each has a twin in plain Swift that tests compare.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t krong_mask16(__m128i bytes, __m128i a, __m128i b, __m128i c) {
  __m128i hit = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b)), _mm_cmpeq_epi8(bytes, c));
  return (uint64_t)(uint32_t)_mm_movemask_epi8(hit);
}

// One bit for each of 64 bytes that equals a, b or c. Reads exactly 64 bytes.
static inline uint64_t krong_mask64(const uint8_t *bytes, uint8_t a, uint8_t b, uint8_t c) {
  __m128i va = _mm_set1_epi8((char)a), vb = _mm_set1_epi8((char)b), vc = _mm_set1_epi8((char)c);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    mask |= krong_mask16(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), va, vb, vc) << (16 * i);
  }
  return mask;
}

#else

static inline uint64_t krong_mask64(const uint8_t *bytes, uint8_t a, uint8_t b, uint8_t c) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) {
    uint64_t hit = bytes[i] == a || bytes[i] == b || bytes[i] == c;
    mask |= hit << i;
  }
  return mask;
}

#endif

// Writes the place of every byte that equals a, b or c, in order, and gives how many there are.
// Places count from the start of `bytes`; `places` must have room for `count` of them.
static inline size_t krong_find(
    const uint8_t *bytes, size_t count, uint8_t a, uint8_t b, uint8_t c, uint32_t *places) {
  size_t found = 0, at = 0;
  for (; at + 64 <= count; at += 64) {
    for (uint64_t mask = krong_mask64(bytes + at, a, b, c); mask; mask &= mask - 1) {
      places[found++] = (uint32_t)(at + (size_t)__builtin_ctzll(mask));
    }
  }
  for (; at < count; at++) {
    if (bytes[at] == a || bytes[at] == b || bytes[at] == c) places[found++] = (uint32_t)at;
  }
  return found;
}

// The place of the first byte that equals `wanted`; `count` when there is none.
static inline size_t krong_first(const uint8_t *bytes, size_t count, uint8_t wanted) {
  const uint8_t *found = (const uint8_t *)memchr(bytes, wanted, count);
  return found ? (size_t)(found - bytes) : count;
}

// The place of the first byte that is below a blank, '<', '&', `stop`, or the second of two blanks;
// `count` when there is none. Reads exactly `count` bytes.
static inline size_t krong_plain(const uint8_t *bytes, size_t count, uint8_t stop) {
  size_t at = 0;
  unsigned blank = 0;
#if defined(__SSE2__)
  __m128i last = _mm_set1_epi8(0x1F), space = _mm_set1_epi8(0x20), tag = _mm_set1_epi8('<');
  __m128i entity = _mm_set1_epi8('&'), other = _mm_set1_epi8((char)stop);
  for (; at + 16 <= count; at += 16) {
    __m128i piece = _mm_loadu_si128((const __m128i *)(bytes + at));
    __m128i hit = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(piece, tag), _mm_cmpeq_epi8(piece, entity)),
        _mm_or_si128(_mm_cmpeq_epi8(piece, other), _mm_cmpeq_epi8(_mm_min_epu8(piece, last), piece)));
    unsigned blanks = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(piece, space));
    unsigned mask = (unsigned)_mm_movemask_epi8(hit) | (blanks & (blanks << 1 | blank));
    if (mask) return at + (size_t)__builtin_ctz(mask);
    blank = blanks >> 15;
  }
#endif
  for (; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte < 0x20 || byte == '<' || byte == '&' || byte == stop || (byte == 0x20 && blank)) {
      return at;
    }
    blank = byte == 0x20;
  }
  return count;
}
