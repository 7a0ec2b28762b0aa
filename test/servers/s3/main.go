// A server of S3, versitygw, over a folder: `s3 ADDRESS DATA METADATA`, with the access key of the environment.
package main

import (
	"context"
	"log"
	"os"

	"github.com/versity/versitygw/backend/meta"
	"github.com/versity/versitygw/backend/posix"
	"github.com/versity/versitygw/embedgw"
)

func main() {
	address, data, metadata := os.Args[1], os.Args[2], os.Args[3]
	store, err := meta.NewSideCar(metadata)
	if err != nil {
		log.Fatal(err)
	}
	// The numbers are the defaults of the program `versitygw`.
	backend, err := posix.New(data, store, posix.PosixOpts{
		SideCarDir:          metadata,
		Concurrency:         5000,
		CopyObjectThreshold: 5 << 30,
	})
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(embedgw.RunVersityGW(context.Background(), backend, &embedgw.Config{
		RootUserAccess:    os.Getenv("ROOT_ACCESS_KEY"),
		RootUserSecret:    os.Getenv("ROOT_SECRET_KEY"),
		Region:            "us-east-1",
		Ports:             []string{address},
		MaxConnections:    250000,
		MaxRequests:       100000,
		MultipartMaxParts: 10000,
		Quiet:             true,
	}))
}
