/* Packs a file with LZX, as Windows' cabinets have it: `lzx IN OUT`. tools/building/cabinet.py compiles and calls it.

   OUT is what stands in a cabinet behind its list of files: one CFDATA record for each 32,768 bytes. There is no other
   free program that does it: gcab and lcab pack with MSZIP only, which takes a third more.

   The format is Microsoft's ("LZX Data Compression Format", also [MS-PATCH]). What matters here:
   - Bits are put into words of 16 bits, the highest first; words are little-endian. Each frame of 32,768 bytes begins a
     word, and no match crosses its end.
   - A block (here: one or more frames) has its own Huffman codes. A match has one of three offsets used last, or a new
     one; a new one is a slot, and bits for the place in it, of which the lowest three may have a code of their own.
   - Targets of x86 calls (E8) are made absolute before packing, so that calls of one function look alike. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME = 32768, FRAMES = 8, SPAN = FRAME * FRAMES, WINDOW = 1 << 21, SLOTS = 50, MAIN = 256 + 8 * SLOTS, LENGTHS = 249,
    ALIGNED = 8, PRE = 20, LONGEST = 257, DEPTH = 64, GOOD = 128, HASHES = 1 << 20, NOTHING = -1, HEAD = 8,
    VERBATIM = 1, WITH_ALIGNED = 2, PLAIN = 3, MOST_MATCHES = 64, PASSES = 2
};

typedef struct { uint16_t length; uint32_t offset; } Match;           /* offset 0: a literal */
typedef struct { uint32_t main[MAIN], length[LENGTHS], aligned[ALIGNED]; } Counts;
typedef struct { uint8_t main[MAIN], length[LENGTHS], aligned[ALIGNED]; } Lens;

static uint8_t *data;
static int size, extra_bits[SLOTS + 1], base[SLOTS + 1];
static uint8_t slot_of_small[1 << 11], slot_of_large[1 << 11];

/* --- bits ---------------------------------------------------------------------------------------------------------- */

static FILE *out;
static uint8_t packed[HEAD + FRAME * 2];
static int packed_bytes, held_bits;
static uint32_t held;
static uint64_t counted; /* while `measuring` nothing is written */
static int measuring;

static void put(uint32_t value, int bits) {
    if (measuring) { counted += bits; return; }
    while (bits > 0) {
        int part = bits < 16 - held_bits ? bits : 16 - held_bits;
        held = held << part | (value >> (bits - part) & ((1u << part) - 1));
        held_bits += part, bits -= part;
        if (held_bits == 16) {
            packed[HEAD + packed_bytes++] = held & 255, packed[HEAD + packed_bytes++] = held >> 8 & 255;
            held = held_bits = 0;
        }
    }
}

static void put_byte(uint8_t value) { packed[HEAD + packed_bytes++] = value; }

static uint32_t checksum(const uint8_t *at, int bytes, uint32_t sum) {
    for (; bytes >= 4; bytes -= 4, at += 4) sum ^= at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24;
    uint32_t rest = 0; /* the last one to three bytes are read the other way round */
    for (; bytes > 0; bytes--) rest = rest << 8 | *at++;
    return sum ^ rest;
}

static void end_frame(int bytes) {
    if (held_bits) put(0, 16 - held_bits);
    if (packed_bytes > FRAME + 6144) exit(4); /* Windows reads no longer ones; `part` makes none */
    uint8_t *head = packed;
    head[4] = packed_bytes & 255, head[5] = packed_bytes >> 8, head[6] = bytes & 255, head[7] = bytes >> 8;
    uint32_t sum = checksum(head + 4, 4, checksum(packed + HEAD, packed_bytes, 0));
    for (int i = 0; i < 4; i++) head[i] = sum >> 8 * i & 255;
    if (fwrite(packed, 1, HEAD + packed_bytes, out) != (size_t)(HEAD + packed_bytes)) exit(3);
    packed_bytes = 0;
}

/* --- Huffman codes ------------------------------------------------------------------------------------------------- */

/* Lengths of codes for these counts, at most `limit` bits. At least two symbols get one: some decoders refuse others. */
static void lengths_of(const uint32_t *given, int symbols, int limit, uint8_t *lengths) {
    uint32_t counts[MAIN], weight[2 * MAIN];
    int parent[2 * MAIN], order[MAIN], depth[2 * MAIN];
    int used = 0;
    for (int i = 0; i < symbols; i++) used += (counts[i] = given[i]) > 0;
    for (int i = 0; used < 2; i++) if (!counts[i]) counts[i] = 1, used++;
    for (;;) {
        int leaves = 0, deepest = 0;
        for (int i = 0; i < symbols; i++) if (counts[i]) order[leaves++] = i;
        for (int gap = leaves / 2; gap > 0; gap /= 2)
            for (int i = gap; i < leaves; i++) {
                int one = order[i], j = i;
                for (; j >= gap && counts[order[j - gap]] > counts[one]; j -= gap) order[j] = order[j - gap];
                order[j] = one;
            }
        for (int i = 0; i < leaves; i++) weight[i] = counts[order[i]];
        int leaf = 0, inner = leaves, next = leaves; /* two queues: leaves, and pairs in the order they are made */
        for (; next < 2 * leaves - 1; next++) {
            weight[next] = 0;
            for (int two = 0; two < 2; two++) {
                int low = inner >= next || (leaf < leaves && weight[leaf] <= weight[inner]) ? leaf++ : inner++;
                weight[next] += weight[low], parent[low] = next;
            }
        }
        memset(lengths, 0, symbols);
        depth[next - 1] = 0;
        for (int i = next - 2; i >= 0; i--) {
            depth[i] = depth[parent[i]] + 1;
            if (i < leaves) {
                lengths[order[i]] = depth[i];
                if (depth[i] > deepest) deepest = depth[i];
            }
        }
        if (deepest <= limit) return;
        for (int i = 0; i < symbols; i++) if (counts[i]) counts[i] = (counts[i] >> 1) + 1; /* flatter */
    }
}

static void codes_of(const uint8_t *lengths, int symbols, uint16_t *codes) {
    int code = 0;
    for (int bits = 1; bits <= 16; bits++, code <<= 1)
        for (int i = 0; i < symbols; i++) if (lengths[i] == bits) codes[i] = code++;
}

/* The lengths of a code, as differences to those of the block before. */
static void put_lengths(const uint8_t *lengths, const uint8_t *before, int symbols) {
    struct { uint8_t symbol, bits, value, follows; } items[MAIN];
    uint32_t counts[PRE] = {0};
    uint8_t pre[PRE];
    uint16_t codes[PRE];
    int many = 0;
    for (int i = 0; i < symbols;) {
        int run = 1, delta = (before[i] - lengths[i] + 17) % 17;
        while (i + run < symbols && lengths[i + run] == lengths[i]) run++;
        if (lengths[i] == 0 && run >= 4) {
            if (run > 51) run = 51;
            if (run >= 20) items[many].symbol = 18, items[many].bits = 5, items[many].value = run - 20;
            else items[many].symbol = 17, items[many].bits = 4, items[many].value = run - 4;
        } else if (run >= 4) {
            if (run > 5) run = 5;
            items[many].symbol = 19, items[many].bits = 1, items[many].value = run - 4, items[many].follows = delta;
            counts[delta]++;
        } else {
            run = 1, items[many].symbol = delta, items[many].bits = 0;
        }
        counts[items[many++].symbol]++;
        i += run;
    }
    lengths_of(counts, PRE, 15, pre);
    codes_of(pre, PRE, codes);
    for (int i = 0; i < PRE; i++) put(pre[i], 4);
    for (int i = 0; i < many; i++) {
        put(codes[items[i].symbol], pre[items[i].symbol]);
        put(items[i].value, items[i].bits);
        if (items[i].symbol == 19) put(codes[items[i].follows], pre[items[i].follows]);
    }
}

/* --- matches ------------------------------------------------------------------------------------------------------- */

static int heads[HASHES], *children; /* a binary tree for each hash of four bytes, by what follows */
static int heads3[1 << 15];

static int slot_of(int formatted) { return formatted < 2048 ? slot_of_small[formatted] : slot_of_large[formatted >> 10]; }

/* Enter a place into the trees, and if `found` isn't NULL note the nearest match of each length up to `most`. */
static int search(int at, int most, Match *found) {
    int many = 0, best = 2;
    int lowest = at - (WINDOW - 3) > 0 ? at - (WINDOW - 3) : 0;
    if (size - at < 4) return 0;
    const uint8_t *here = data + at;
    uint32_t three = here[0] | here[1] << 8 | here[2] << 16, four = three | (uint32_t)here[3] << 24;
    int *head3 = &heads3[three * 2654435761u >> 17], *head = &heads[four * 2654435761u >> 12];
    int near = *head3;
    *head3 = at;
    if (found && most >= 3 && near != NOTHING && near >= lowest && !memcmp(data + near, here, 3))
        found[many].length = best = 3, found[many++].offset = at - near;
    int other = *head, left = at % WINDOW * 2, right = left + 1, left_equal = 0, right_equal = 0;
    int reach = size - at < LONGEST ? size - at : LONGEST;
    *head = at;
    for (int depth = DEPTH;; depth--) {
        if (other == NOTHING || other < lowest || other <= at - WINDOW || depth == 0) {
            children[left] = children[right] = NOTHING;
            return many;
        }
        const uint8_t *there = data + other;
        int equal = left_equal < right_equal ? left_equal : right_equal, pair = other % WINDOW * 2;
        while (equal < reach && there[equal] == here[equal]) equal++;
        int usable = equal < most ? equal : most;
        if (found && usable > best && many < MOST_MATCHES)
            found[many].length = best = usable, found[many++].offset = at - other;
        if (equal >= reach || equal >= GOOD) {
            children[left] = children[pair], children[right] = children[pair + 1];
            return many;
        }
        if (there[equal] < here[equal])
            children[left] = other, left = pair + 1, other = children[left], left_equal = equal;
        else
            children[right] = other, right = pair, other = children[right], right_equal = equal;
    }
}

/* --- the cheapest way through a frame ------------------------------------------------------------------------------ */

typedef struct { uint32_t cost, last[3]; Match by; } Node;
typedef struct { int first, frames, kind; Lens lens; } Block;

static Node nodes[FRAME + 1];
static Match pool[SPAN * 24], tokens[SPAN];
static int pool_begin[SPAN + 1], token_begin[FRAMES + 1];
static uint32_t last_at[FRAMES + 1][3];

static void reach_for(int at, uint32_t cost, const Node *from, Match by, int used) {
    Node *node = &nodes[at];
    if (cost >= node->cost) return;
    node->cost = cost, node->by = by;
    memcpy(node->last, from->last, sizeof node->last);
    if (used == 3) node->last[2] = from->last[1], node->last[1] = from->last[0], node->last[0] = by.offset;
    else if (used > 0) node->last[used] = from->last[0], node->last[0] = by.offset;
}

static uint32_t price(const Lens *lens, int slot, int length) {
    return lens->main[256 + slot * 8 + (length < 9 ? length - 2 : 7)] + (length < 9 ? 0 : lens->length[length - 9]);
}

/* Matches of one offset, of all lengths from `shortest` to `longest`; of long ones only the longest. */
static void reach_with(int i, uint32_t offset, int shortest, int longest, int slot, uint32_t bits, int used, const Lens *lens) {
    for (int length = shortest; length <= longest; length++) {
        if (length == 48 && longest > 48) length = longest;
        Match by = {length, offset};
        reach_for(i + length, nodes[i].cost + bits + price(lens, slot, length), &nodes[i], by, used);
    }
}

static int is_recent(const Node *node, int used, uint32_t offset) {
    while (used-- > 0) if (node->last[used] == offset) return 1;
    return 0;
}

static void parse(int begin, int frame, const Lens *lens) {
    int start = begin + frame * FRAME, many = size - start < FRAME ? size - start : FRAME;
    for (int i = 1; i <= many; i++) nodes[i].cost = UINT32_MAX;
    nodes[0].cost = 0;
    memcpy(nodes[0].last, last_at[frame], sizeof nodes[0].last);
    for (int i = 0; i < many; i++) {
        int at = start + i, most = many - i < LONGEST ? many - i : LONGEST, covered = 2;
        Match literal = {1, 0};
        reach_for(i + 1, nodes[i].cost + lens->main[data[at]], &nodes[i], literal, -1);
        for (int used = 0; used < 3; used++) {
            int offset = nodes[i].last[used], length = 0;
            if (offset > at || is_recent(&nodes[i], used, offset)) continue;
            while (length < most && data[at + length] == data[at + length - offset]) length++;
            reach_with(i, offset, 2, length, used, 0, used, lens);
        }
        for (int j = pool_begin[at - begin]; j < pool_begin[at - begin + 1]; j++) {
            int formatted = pool[j].offset + 2, slot = slot_of(formatted), extra = extra_bits[slot];
            uint32_t bits = extra < 3 ? extra : extra - 3 + lens->aligned[(formatted - base[slot]) & 7];
            if (!is_recent(&nodes[i], 3, pool[j].offset))
                reach_with(i, pool[j].offset, covered + 1, pool[j].length, slot, bits, 3, lens);
            covered = pool[j].length;
        }
    }
    memcpy(last_at[frame + 1], nodes[many].last, sizeof nodes[0].last);
    int count = 0, to = token_begin[frame];
    for (int i = many; i > 0; i -= nodes[i].by.length) count++;
    token_begin[frame + 1] = to + count;
    for (int i = many; i > 0; i -= nodes[i].by.length) tokens[to + --count] = nodes[i].by;
}

/* --- blocks -------------------------------------------------------------------------------------------------------- */

static int use(uint32_t *last, uint32_t offset) { /* the slot of an offset used lately, or 3; it becomes the last one */
    int used = 0;
    while (used < 3 && last[used] != offset) used++;
    if (used == 3) last[2] = last[1], last[1] = last[0];
    else last[used] = last[0];
    last[0] = offset;
    return used;
}

/* Count the symbols of a block, or put them; returns the bits beside the codes, without the lowest three if `aligned`. */
static uint64_t pass(int begin, const Block *block, Counts *counts, const uint16_t *main_codes, const uint16_t *length_codes,
                     const uint16_t *aligned_codes) {
    uint32_t last[3];
    uint64_t beside = 0;
    const Lens *lens = &block->lens;
    memcpy(last, last_at[block->first], sizeof last);
    for (int frame = block->first; frame < block->first + block->frames; frame++) {
        int at = begin + frame * FRAME, start = at;
        for (int i = token_begin[frame]; i < token_begin[frame + 1]; at += tokens[i++].length) {
            int length = tokens[i].length, symbol = data[at], extra = 0, place = 0;
            if (tokens[i].offset) {
                int slot = use(last, tokens[i].offset);
                if (slot == 3) slot = slot_of(tokens[i].offset + 2), place = tokens[i].offset + 2 - base[slot];
                symbol = 256 + slot * 8 + (length < 9 ? length - 2 : 7), extra = slot < 3 ? 0 : extra_bits[slot];
            }
            int low = extra >= 3, upper = low ? extra - 3 : extra;
            beside += upper;
            if (counts) {
                counts->main[symbol]++;
                if (tokens[i].offset && length >= 9) counts->length[length - 9]++;
                if (low) counts->aligned[place & 7]++;
            } else {
                put(main_codes[symbol], lens->main[symbol]);
                if (tokens[i].offset && length >= 9) put(length_codes[length - 9], lens->length[length - 9]);
                if (low && block->kind == WITH_ALIGNED) {
                    put(place >> 3, upper), put(aligned_codes[place & 7], lens->aligned[place & 7]);
                } else {
                    put(place, extra);
                }
            }
        }
        if (!counts) end_frame(at - start);
    }
    return beside;
}

static void put_trees(const Lens *lens, const Lens *before, int kind) {
    if (kind == WITH_ALIGNED) for (int i = 0; i < ALIGNED; i++) put(lens->aligned[i], 3);
    put_lengths(lens->main, before->main, 256);
    put_lengths(lens->main + 256, before->main + 256, MAIN - 256);
    put_lengths(lens->length, before->length, LENGTHS);
}

static int bytes_of(int begin, const Block *block) {
    int whole = block->frames * FRAME, left = size - begin - block->first * FRAME;
    return left < whole ? left : whole;
}

/* Find the best codes and kind of a block; returns its bits. */
static uint64_t settle(int begin, Block *block, const Lens *before) {
    Counts counts = {0};
    uint64_t bits = pass(begin, block, &counts, NULL, NULL, NULL), low = 0, with = 24, plain;
    lengths_of(counts.main, MAIN, 16, block->lens.main);
    lengths_of(counts.length, LENGTHS, 16, block->lens.length);
    lengths_of(counts.aligned, ALIGNED, 7, block->lens.aligned);
    for (int i = 0; i < MAIN; i++) bits += (uint64_t)counts.main[i] * block->lens.main[i];
    for (int i = 0; i < LENGTHS; i++) bits += (uint64_t)counts.length[i] * block->lens.length[i];
    for (int i = 0; i < ALIGNED; i++) low += 3 * counts.aligned[i], with += (uint64_t)counts.aligned[i] * block->lens.aligned[i];
    measuring = 1, counted = 0;
    put_trees(&block->lens, before, VERBATIM);
    measuring = 0;
    block->kind = with < low ? WITH_ALIGNED : VERBATIM;
    bits += 27 + counted + (with < low ? with : low);
    plain = 128 + 8 * (uint64_t)bytes_of(begin, block);
    if (plain < bits) block->kind = PLAIN, bits = plain;
    return bits;
}

/* Part the frames into blocks, each as long as one code is cheaper than two. Returns how many blocks. */
static int part(int begin, int frames, Block *blocks, Lens before) {
    int many = 0;
    uint64_t bits = 0;
    for (int frame = 0; frame < frames; frame++) {
        Block alone = {.first = frame, .frames = 1}, joint;
        uint64_t bits_alone = settle(begin, &alone, &before), bits_joint;
        if (many > 0) {
            joint = blocks[many - 1], joint.frames++;
            bits_joint = settle(begin, &joint, &before);
            if (bits_joint <= bits + bits_alone) {
                blocks[many - 1] = joint, bits = bits_joint;
                continue;
            }
            if (blocks[many - 1].kind != PLAIN) before = blocks[many - 1].lens;
        }
        blocks[many++] = alone, bits = bits_alone;
    }
    return many;
}

static void put_block(int begin, const Block *block, Lens *before) {
    int bytes = bytes_of(begin, block);
    put(block->kind, 3), put(bytes >> 8, 16), put(bytes & 255, 8);
    if (block->kind == PLAIN) {
        put(0, 16 - held_bits); /* never a whole word: a block begins one, and this is its 28th bit, or the first's 61st */
        for (int i = 0; i < 3; i++)
            for (int shift = 0; shift < 32; shift += 8) put_byte(last_at[block->first + block->frames][i] >> shift & 255);
        for (int done = 0; done < bytes;) {
            int part = bytes - done < FRAME ? bytes - done : FRAME;
            for (int i = 0; i < part; i++) put_byte(data[begin + block->first * FRAME + done + i]);
            if (part & 1) put_byte(0);
            end_frame(part), done += part;
        }
        return;
    }
    uint16_t main_codes[MAIN] = {0}, length_codes[LENGTHS] = {0}, aligned_codes[ALIGNED] = {0};
    codes_of(block->lens.main, MAIN, main_codes);
    codes_of(block->lens.length, LENGTHS, length_codes);
    codes_of(block->lens.aligned, ALIGNED, aligned_codes);
    put_trees(&block->lens, before, block->kind);
    pass(begin, block, NULL, main_codes, length_codes, aligned_codes);
    *before = block->lens;
}

/* --- all of it ----------------------------------------------------------------------------------------------------- */

static void make_calls_absolute(void) {
    for (int start = 0; start < size && start / FRAME < 32768; start += FRAME) {
        int end = size - start < FRAME ? size - start : FRAME;
        for (int i = 0; i < end - 10; i++) {
            uint8_t *target = data + start + i + 1;
            if (target[-1] != 0xE8) continue;
            int32_t place = start + i, relative = target[0] | target[1] << 8 | target[2] << 16 | (uint32_t)target[3] << 24;
            if (relative >= -place && relative < size) {
                uint32_t absolute = relative < size - place ? relative + place : relative - size;
                for (int byte = 0; byte < 4; byte++) target[byte] = absolute >> 8 * byte & 255;
            }
            i += 4;
        }
    }
}

/* What a symbol costs in the next pass; one that has not been used yet costs more than most. */
static void fill(Lens *lens) {
    for (int i = 0; i < MAIN; i++) if (!lens->main[i]) lens->main[i] = 15;
    for (int i = 0; i < LENGTHS; i++) if (!lens->length[i]) lens->length[i] = 13;
    for (int i = 0; i < ALIGNED; i++) if (!lens->aligned[i]) lens->aligned[i] = 7;
}

int main(int count, char **names) {
    if (count != 3) return 2;
    FILE *in = fopen(names[1], "rb");
    if (!in || fseek(in, 0, SEEK_END) || (size = ftell(in)) <= 0) return 3;
    rewind(in);
    data = malloc(size), children = malloc(sizeof(int) * 2 * WINDOW), out = fopen(names[2], "wb");
    if (!data || !children || !out || fread(data, 1, size, in) != (size_t)size) return 3;
    for (int i = 0; i <= SLOTS; i++) {
        extra_bits[i] = i < 4 ? 0 : i / 2 - 1 < 17 ? i / 2 - 1 : 17;
        base[i] = i ? base[i - 1] + (1 << extra_bits[i - 1]) : 0;
    }
    for (int i = 0; i < SLOTS; i++)
        for (int at = base[i]; at < base[i + 1]; at++) {
            if (at < 2048) slot_of_small[at] = i;
            slot_of_large[at >> 10] = i;
        }
    memset(heads, NOTHING, sizeof heads), memset(heads3, NOTHING, sizeof heads3);
    make_calls_absolute();
    Lens before, guess;
    memset(&before, 0, sizeof before);
    memset(&guess, 9, sizeof guess), memset(guess.aligned, 3, sizeof guess.aligned);
    for (int i = 0; i < 3; i++) last_at[0][i] = 1;
    put(1, 1), put(size >> 16 & 65535, 16), put(size & 65535, 16);
    for (int begin = 0; begin < size; begin += SPAN) {
        int bytes = size - begin < SPAN ? size - begin : SPAN, frames = (bytes + FRAME - 1) / FRAME, many = 0, blocks;
        Block parted[FRAMES];
        for (int i = 0; i < bytes; i++) {
            int left = FRAME - i % FRAME, most = left < bytes - i ? left : bytes - i;
            pool_begin[i] = many;
            many += search(begin + i, most < LONGEST ? most : LONGEST, many + MOST_MATCHES < SPAN * 24 ? pool + many : NULL);
        }
        pool_begin[bytes] = many;
        for (int frame = 0; frame < frames; frame++) parse(begin, frame, &guess);
        blocks = part(begin, frames, parted, before);
        for (int again = 1; again < PASSES; again++) {
            Block earlier[FRAMES];
            memcpy(earlier, parted, sizeof earlier);
            for (int i = 0; i < blocks; i++) {
                fill(&earlier[i].lens);
                for (int frame = 0; frame < earlier[i].frames; frame++) parse(begin, earlier[i].first + frame, &earlier[i].lens);
            }
            blocks = part(begin, frames, parted, before);
        }
        for (int i = 0; i < blocks; i++) put_block(begin, &parted[i], &before);
        guess = parted[blocks - 1].lens, fill(&guess);
        memcpy(last_at[0], last_at[frames], sizeof last_at[0]);
    }
    return fclose(out) ? 3 : 0;
}
