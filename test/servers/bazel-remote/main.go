// A cache shared over HTTP, bazel-remote, which looks into every entry of /ac/: `bazel-remote ADDRESS FOLDER`.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/buchgr/bazel-remote/v2/cache/disk"
	"github.com/buchgr/bazel-remote/v2/server"
)

func main() {
	address, folder := os.Args[1], os.Args[2]
	silent := log.New(os.Stderr, "", 0)
	// The choices are the defaults of the program `bazel-remote`, with one GiB of storage.
	store, err := disk.New(folder, 1<<30, disk.WithStorageMode("zstd"), disk.WithZstdImplementation("go"),
		disk.WithMaxBlobSize(1<<62), disk.WithProxyMaxBlobSize(1<<62), disk.WithAccessLogger(silent))
	if err != nil {
		log.Fatal(err)
	}
	const validateAC = true
	cache := server.NewHTTPCache(store, silent, silent, validateAC, false, false, false, "", "")
	http.HandleFunc("/status", cache.StatusPageHandler)
	http.HandleFunc("/", cache.CacheHandler)
	log.Fatal(http.ListenAndServe(address, nil))
}
