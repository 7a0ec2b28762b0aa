package handlers

import (
	"container/list"
	"path"
	"slices"
	"strings"
)

// tree is the content of one source artifact, or of one chart's folder.
type tree struct {
	files map[string][]byte
	// folders maps each folder to the sorted names in it; the root is ".".
	folders map[string][]string
	size    int
}

// packedFiles describes files whose contents lie one after another in one blob.
type packedFiles struct {
	Paths []string `json:"paths"`
	Sizes []int    `json:"sizes"`
}

func (p packedFiles) unpack(blob []byte) map[string][]byte {
	files := make(map[string][]byte, len(p.Paths))
	for i, name := range p.Paths {
		size := min(max(p.Sizes[i], 0), len(blob))
		files[name] = blob[:size:size]
		blob = blob[size:]
	}
	return files
}

func newTree(files map[string][]byte) *tree {
	t := &tree{files: make(map[string][]byte, len(files)), folders: map[string][]string{".": nil}}
	for name, data := range files {
		if name != path.Clean(name) || name == "." || path.IsAbs(name) || strings.HasPrefix(name, "..") {
			continue
		}
		t.files[name] = data
		t.size += len(data)
		t.addEntry(name)
	}
	for _, names := range t.folders {
		slices.Sort(names)
	}
	return t
}

func (t *tree) addEntry(name string) {
	for name != "." {
		folder := path.Dir(name)
		_, known := t.folders[folder]
		t.folders[folder] = append(t.folders[folder], path.Base(name))
		if known {
			return
		}
		name = folder
	}
}

// cache keeps the most recently used values whose sizes add up to no more than a limit.
type cache[V any] struct {
	limit, size int
	entries     map[string]*list.Element
	order       *list.List
}

type cacheEntry[V any] struct {
	key   string
	value V
	size  int
}

func newCache[V any](limit int) *cache[V] {
	return &cache[V]{limit: limit, entries: map[string]*list.Element{}, order: list.New()}
}

func (c *cache[V]) get(key string) (V, bool) {
	element, found := c.entries[key]
	if !found {
		var none V
		return none, false
	}
	c.order.MoveToFront(element)
	return element.Value.(cacheEntry[V]).value, true
}

func (c *cache[V]) put(key string, value V, size int) {
	if element, found := c.entries[key]; found {
		c.drop(element)
	}
	c.entries[key] = c.order.PushFront(cacheEntry[V]{key, value, size})
	c.size += size
	for c.size > c.limit && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
}

func (c *cache[V]) drop(element *list.Element) {
	entry := c.order.Remove(element).(cacheEntry[V])
	delete(c.entries, entry.key)
	c.size -= entry.size
}
